/**
 * A verdict and its figures as JSON, as cells of tables and as test cases: the one shape that they
 * have wherever they were found.
 */
@NullMarked
package dev.assay.pipeline.verdict;

import org.jspecify.annotations.NullMarked;
