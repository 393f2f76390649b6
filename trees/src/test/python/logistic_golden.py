"""Writes the golden scores of the logistic regression.

Run with: python3 logistic_golden.py > ../resources/dev/assay/trees/logistic/scikit-learn.csv
"""

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(20240229)
rows = 120
first = rng.normal(size=rows).astype(np.float32)
second = rng.gamma(2.0, 50.0, size=rows).astype(np.float32)
truth = (rng.random(rows) < 1 / (1 + np.exp(1.5 - 1.2 * first - 0.004 * second))).astype(int)
inputs = StandardScaler().fit_transform(np.column_stack([first, second]).astype(np.float64))


def scores(c, class_weight=None):
    model = LogisticRegression(C=c, class_weight=class_weight, tol=1e-10, max_iter=10_000)
    return model.fit(inputs, truth).predict_proba(inputs)[:, 1]


print(f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}: logistic_golden.py")
print("first,second,truth,c_1,c_0.01,balanced")
for row in zip(first, second, truth, scores(1.0), scores(0.01), scores(1.0, "balanced")):
    print(",".join(repr(value.item()) for value in row))
