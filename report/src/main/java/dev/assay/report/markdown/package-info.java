/** Reports as Markdown: model cards and exports of the ledger. */
@NullMarked
package dev.assay.report.markdown;

import org.jspecify.annotations.NullMarked;
