/** Who was champion when, and what it takes to change it. */
@NullMarked
package dev.assay.registry.history;

import org.jspecify.annotations.NullMarked;
