/** Checks as the test results that build systems show. */
@NullMarked
package dev.assay.report.junit;

import org.jspecify.annotations.NullMarked;
