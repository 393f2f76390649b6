/**
 * The walk of an experiment from data to verdict: load, split, train, decide, score, judge, record,
 * each stage one class that hands a record to the next.
 */
@NullMarked
package dev.assay.pipeline.run;

import org.jspecify.annotations.NullMarked;
