/** The registry of one home: bundles on disk; history, runs, judgements and ledger in SQL. */
@NullMarked
package dev.assay.registry;

import org.jspecify.annotations.NullMarked;
