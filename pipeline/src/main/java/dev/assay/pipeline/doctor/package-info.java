/** Finds out whether Assay can work here: the JVM, the natives, and the home with its records. */
@NullMarked
package dev.assay.pipeline.doctor;

import org.jspecify.annotations.NullMarked;
