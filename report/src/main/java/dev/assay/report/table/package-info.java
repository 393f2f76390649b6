/** Tables as CSV files and on the terminal. */
@NullMarked
package dev.assay.report.table;

import org.jspecify.annotations.NullMarked;
