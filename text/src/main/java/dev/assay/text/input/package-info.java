/** What text of a row a model reads, and how it is built. */
@NullMarked
package dev.assay.text.input;

import org.jspecify.annotations.NullMarked;
