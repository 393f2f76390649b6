/** Logistic regressions on the tf-idf weights of a text's terms: the baseline of every encoder. */
@NullMarked
package dev.assay.text.tfidf;

import org.jspecify.annotations.NullMarked;
