/** What a run leaves in its folder: verdict, reports, tables, predictions. */
@NullMarked
package dev.assay.pipeline.reporting;

import org.jspecify.annotations.NullMarked;
