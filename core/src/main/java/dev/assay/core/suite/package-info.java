/**
 * Behavioural test sets: vectors, what they expect of a model, and how bundles come off on them.
 */
@NullMarked
package dev.assay.core.suite;

import org.jspecify.annotations.NullMarked;
