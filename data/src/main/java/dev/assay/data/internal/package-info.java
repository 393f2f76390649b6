/** How this module drives DuckDB and writes files; not for callers outside of it. */
@NullMarked
package dev.assay.data.internal;

import org.jspecify.annotations.NullMarked;
