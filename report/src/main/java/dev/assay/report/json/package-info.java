/** JSON that is the same byte for byte wherever the values are. */
@NullMarked
package dev.assay.report.json;

import org.jspecify.annotations.NullMarked;
