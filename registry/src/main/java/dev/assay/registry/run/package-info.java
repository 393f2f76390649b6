/** What is kept of a run, and the lock that lets one run at a time. */
@NullMarked
package dev.assay.registry.run;

import org.jspecify.annotations.NullMarked;
