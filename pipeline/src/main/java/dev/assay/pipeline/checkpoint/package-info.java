/** Keeps the state of trainings under way in a home, so that a run that was broken off resumes. */
@NullMarked
package dev.assay.pipeline.checkpoint;

import org.jspecify.annotations.NullMarked;
