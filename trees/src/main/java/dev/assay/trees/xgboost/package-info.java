/** Gradient-boosted trees by XGBoost, with the natives behind one class. */
@NullMarked
package dev.assay.trees.xgboost;

import org.jspecify.annotations.NullMarked;
