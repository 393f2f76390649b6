/** The command line: verbs, exit codes and what is printed. Holds no logic of its own. */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
