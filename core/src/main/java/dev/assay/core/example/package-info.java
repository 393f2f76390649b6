/** Examples as columns: ids, attributes, labels and features of a dataset. */
@NullMarked
package dev.assay.core.example;

import org.jspecify.annotations.NullMarked;
