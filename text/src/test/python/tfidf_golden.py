"""Writes golden tf-idf rows and scores of the tf-idf logistic regression.

Run with: python3 tfidf_golden.py > ../resources/dev/assay/text/tfidf/scikit-learn.json
"""

import json
import random

import numpy as np
import sklearn
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

GLAD = ["love", "LOVE", "great day", "thanks", "wonderful", "so happy", "ÉTÉ", "日本語 テスト", "😀"]
SAD = ["hate", "awful", "sad", "so sad", "terrible day", "Straße", "x", "I", "ça_va", "½ price"]
PLAIN = ["the", "a", "day", "2nd", "route_66", "don't", "well-known", "it's", "İstanbul", "a  b\tc\n"]

draw = random.Random(20240229)
texts, truth = [], []
for _ in range(60):
    positive = draw.random() < 0.4
    words = [draw.choice(PLAIN) for _ in range(draw.randint(0, 6))]
    words += [draw.choice(GLAD if positive ^ (draw.random() < 0.2) else SAD) for _ in range(2)]
    draw.shuffle(words)
    texts.append(" ".join(words))
    truth.append(int(positive))
texts += ["", "😀 😀", "no known", "love love love hate"]
truth += [0, 1, 0, 1]


def vectorizer(kind, sublinear):
    if kind == "words":
        return TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=sublinear)
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=2, sublinear_tf=sublinear)


def case(kinds, sublinear, c, class_weight):
    fitted = [vectorizer(kind, sublinear).fit(texts) for kind in kinds]
    rows = hstack([one.transform(texts) for one in fitted]).tocsr()
    rows.sort_indices()
    model = LogisticRegression(C=c, class_weight=class_weight, tol=1e-10, max_iter=10_000)
    model.fit(rows, truth)
    return {
        "settings": {
            "characters": "characters" in kinds,
            "sublinear_tf": sublinear,
            "c": c,
            "class_weights": class_weight or "none",
        },
        "terms": [str(term) for one in fitted for term in one.get_feature_names_out()],
        "rows": [
            [[int(place), float(value)] for place, value in zip(row.indices, row.data)]
            for row in rows
        ],
        "scores": [float(score) for score in model.predict_proba(rows)[:, 1]],
    }


print(
    json.dumps(
        {
            "made_by": f"scikit-learn {sklearn.__version__}, numpy {np.__version__}: tfidf_golden.py",
            "texts": texts,
            "truth": truth,
            "cases": [
                case(["words"], True, 1.0, None),
                case(["words"], False, 10.0, "balanced"),
                case(["words", "characters"], True, 1.0, None),
            ],
        }
    )
)
