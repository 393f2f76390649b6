/** How the command line speaks: exit codes, tables, JSON, progress and problems. */
@NullMarked
package dev.assay.cli.console;

import org.jspecify.annotations.NullMarked;
