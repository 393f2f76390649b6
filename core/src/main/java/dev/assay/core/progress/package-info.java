/** How long work tells how far it is. */
@NullMarked
package dev.assay.core.progress;

import org.jspecify.annotations.NullMarked;
