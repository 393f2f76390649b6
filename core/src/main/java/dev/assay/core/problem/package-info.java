/** What is wrong with a user's input, all of it at once, and how to mend it. */
@NullMarked
package dev.assay.core.problem;

import org.jspecify.annotations.NullMarked;
