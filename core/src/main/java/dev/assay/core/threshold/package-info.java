/** How scores become decisions, and how the cuts for that are chosen on validation. */
@NullMarked
package dev.assay.core.threshold;

import org.jspecify.annotations.NullMarked;
