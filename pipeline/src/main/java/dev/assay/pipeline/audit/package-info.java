/** Where more labels would pay: how many a figure lacks, and which rows to label first. */
@NullMarked
package dev.assay.pipeline.audit;

import org.jspecify.annotations.NullMarked;
