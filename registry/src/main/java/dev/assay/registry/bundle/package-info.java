/** Bundles as objects: one file that names all others. */
@NullMarked
package dev.assay.registry.bundle;

import org.jspecify.annotations.NullMarked;
