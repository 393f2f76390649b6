/** Texts as the tokens that an encoder reads. */
@NullMarked
package dev.assay.text.tokenise;

import org.jspecify.annotations.NullMarked;
