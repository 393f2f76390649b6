/** The experiment file: what it says, with every default filled in, and how it is read. */
@NullMarked
package dev.assay.pipeline.experiment;

import org.jspecify.annotations.NullMarked;
