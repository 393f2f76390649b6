/** Where examples come from: files, SQL scripts and simulations, read into datasets. */
@NullMarked
package dev.assay.data.source;

import org.jspecify.annotations.NullMarked;
