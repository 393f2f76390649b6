/**
 * What a report says, without how it looks: a headline and sections of prose, tables and charts.
 * Written as HTML, Markdown and CSV alike.
 */
@NullMarked
package dev.assay.report.document;

import org.jspecify.annotations.NullMarked;
