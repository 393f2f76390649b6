/** What is promoted as one: a model with everything that is needed to serve and to judge it. */
@NullMarked
package dev.assay.core.bundle;

import org.jspecify.annotations.NullMarked;
