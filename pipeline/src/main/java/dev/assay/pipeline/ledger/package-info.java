/** The ledger as people and programs read it, and the next experiment drafted from it. */
@NullMarked
package dev.assay.pipeline.ledger;

import org.jspecify.annotations.NullMarked;
