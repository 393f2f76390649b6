/** How often a label is positive, and why that rate moved. */
@NullMarked
package dev.assay.data.prior;

import org.jspecify.annotations.NullMarked;
