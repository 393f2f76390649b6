/** What a trainer and a model are, and the settings that a trainer takes. */
@NullMarked
package dev.assay.core.model;

import org.jspecify.annotations.NullMarked;
