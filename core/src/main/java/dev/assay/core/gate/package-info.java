/** The rules of an experiment, their application with its evidence, and the verdict. */
@NullMarked
package dev.assay.core.gate;

import org.jspecify.annotations.NullMarked;
