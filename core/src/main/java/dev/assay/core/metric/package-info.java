/** The metric catalogue: names, definitions and values that may be undefined. */
@NullMarked
package dev.assay.core.metric;

import org.jspecify.annotations.NullMarked;
