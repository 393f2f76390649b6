/** Reports as one HTML file that opens offline. */
@NullMarked
package dev.assay.report.html;

import org.jspecify.annotations.NullMarked;
