/** Text classifiers that another program trained, judged and served as they are. */
@NullMarked
package dev.assay.text.imported;

import org.jspecify.annotations.NullMarked;
