/** Suites from files: tables of vectors, and the check of vectors from whatever file. */
@NullMarked
package dev.assay.data.suite;

import org.jspecify.annotations.NullMarked;
