/** The append-only book of experiments: what was expected, what was measured, what was learnt. */
@NullMarked
package dev.assay.core.ledger;

import org.jspecify.annotations.NullMarked;
