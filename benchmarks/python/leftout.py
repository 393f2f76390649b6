"""The Python half of the leave-one-group-out benchmarks: a loop over xgboost, both cores.

leftout.py FOLDER FOLDS ROUNDS DEPTH BINS [--sklearn N]

FOLDER holds what RowsForPython wrote. Trains FOLDS folds (0 for all), each without one group, on seven tenths of the
other rows where --sklearn is not given (the share that Assay's training part has in the flights benchmark), else on all
of them, and scores the group. With --sklearn, N folds of GradientBoostingClassifier too.
"""

import pathlib
import sys
import time

import numpy as np
import xgboost

folder = pathlib.Path(sys.argv[1])
wanted, rounds, depth, bins = (int(argument) for argument in sys.argv[2:6])
columns = sorted(path for path in folder.iterdir() if path.name[0].isdigit())
types = [path.name[-1] for path in columns]
x = np.column_stack([np.fromfile(path, "<f4") for path in columns])
y = np.fromfile(folder / "y", "<f4")
g = np.fromfile(folder / "g", "<f4").astype(int)
groups = np.unique(g)
folds = groups if wanted == 0 else groups[:: max(1, len(groups) // wanted)][:wanted]
parameters = {
    "objective": "binary:logistic",
    "tree_method": "hist",
    "max_depth": depth,
    "eta": 0.1,
    "max_bin": bins,
    "verbosity": 0,
}


def fold(group, learned):
    train = (g != group) & learned
    data = xgboost.DMatrix(x[train], y[train], feature_types=types, enable_categorical=True)
    booster = xgboost.train(parameters, data, rounds)
    left = xgboost.DMatrix(x[g == group], feature_types=types, enable_categorical=True)
    return booster.predict(left)


with_sklearn = "--sklearn" in sys.argv
everyone = np.ones(len(y), bool)
learned = everyone if with_sklearn else np.arange(len(y)) % 10 < 7
fold(folds[0], learned)
start = time.perf_counter()
scores = np.zeros(len(y))
for group in folds:
    scores[g == group] = fold(group, learned)
seconds = (time.perf_counter() - start) / len(folds)
print(f"xgboost {xgboost.__version__}, {len(folds)} of {len(groups)} folds: {seconds:.3f} s a fold, "
      f"{seconds * len(groups):.1f} s for all")
if with_sklearn:
    import sklearn
    from sklearn.ensemble import GradientBoostingClassifier
    from sklearn.metrics import roc_auc_score

    count = int(sys.argv[sys.argv.index("--sklearn") + 1])
    start = time.perf_counter()
    for group in folds[:count]:
        train = g != group
        GradientBoostingClassifier(n_estimators=rounds, max_depth=depth, learning_rate=0.1).fit(
            x[train], y[train]
        ).predict_proba(x[g == group])
    sk = (time.perf_counter() - start) / count
    print(f"scikit-learn {sklearn.__version__}, {count} folds: {sk:.2f} s a fold, {sk * len(groups):.0f} s for all")
    assay = float((folder / "assay.seconds").read_text())
    required = {"xgboost": 2, "GradientBoostingClassifier": 100}
    ratios = {"xgboost": seconds * len(groups) / assay, "GradientBoostingClassifier": sk * len(groups) / assay}
    print(f"Assay, all {len(groups)} folds: {assay:.2f} s")
    areas = [roc_auc_score(y, np.loadtxt(folder / "assay.scores")), roc_auc_score(y, scores)]
    print(f"area under the curve over all left-out rows: Assay {areas[0]:.4f}, xgboost {areas[1]:.4f}")
    for name, ratio in ratios.items():
        print(f"{name:28} {ratio:7.1f}x   required {required[name]}x")
    alike = abs(areas[0] - areas[1]) <= 0.01
    sys.exit(0 if alike and all(ratios[name] >= required[name] for name in required) else 1)
