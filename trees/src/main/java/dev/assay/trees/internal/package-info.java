/**
 * What the trainers of this module share: inputs by name, targets, class weights, linear fits,
 * stored documents.
 */
@NullMarked
package dev.assay.trees.internal;

import org.jspecify.annotations.NullMarked;
