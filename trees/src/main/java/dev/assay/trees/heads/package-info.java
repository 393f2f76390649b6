/**
 * Heads per cluster of groups, stacked on a base model: small models that see the rows of their own
 * cluster only, and a logistic regression, fitted out of fold, that says how far to trust each.
 */
@NullMarked
package dev.assay.trees.heads;

import org.jspecify.annotations.NullMarked;
