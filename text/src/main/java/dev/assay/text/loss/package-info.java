/** What training minimises. */
@NullMarked
package dev.assay.text.loss;

import org.jspecify.annotations.NullMarked;
