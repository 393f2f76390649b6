/** Suites of an experiment: their files, and how a bundle comes off on them. */
@NullMarked
package dev.assay.pipeline.suite;

import org.jspecify.annotations.NullMarked;
