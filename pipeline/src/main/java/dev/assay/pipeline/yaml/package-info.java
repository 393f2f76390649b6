/**
 * Strict YAML with places: every value knows its file and line, every key must be known, and all
 * problems of a file are found at once.
 */
@NullMarked
package dev.assay.pipeline.yaml;

import org.jspecify.annotations.NullMarked;
