#!/usr/bin/python3
"""Writes the golden values that the metrics, cuts and calibrators are tested against.

    /usr/bin/python3 core/src/test/python/golden_metrics.py

Needs Debian's python3-sklearn. Inputs are seeded and stand in the files beside the values and the
versions that made them. Scores are 32-bit floats, as Assay keeps them, handed to scikit-learn as
64-bit floats; log loss is given the machine epsilon of 32-bit floats, as it would be for those.
"""

import json
import pathlib
import platform

import numpy as np
import scipy
import sklearn
from sklearn import metrics
from sklearn.calibration import _SigmoidCalibration, calibration_curve
from sklearn.isotonic import IsotonicRegression

EPSILON = float(np.finfo(np.float32).eps)
BETAS = {"f1": 1.0, "f0.5": 0.5, "f2": 2.0}
BINS = 15
FOLDER = pathlib.Path(__file__).resolve().parents[1] / "resources" / "golden"


def expected_calibration_error(truth, scores):
    rates, means = calibration_curve(truth, scores, n_bins=BINS, strategy="uniform")
    counts = np.histogram(scores, bins=np.linspace(0, 1, BINS + 1))[0]
    return np.average(np.abs(rates - means), weights=counts[counts > 0])


def of_label(truth, scores, decided):
    values = {name: metrics.fbeta_score(truth, decided, beta=b) for name, b in BETAS.items()}
    values.update(
        precision=metrics.precision_score(truth, decided),
        recall=metrics.recall_score(truth, decided),
        average_precision=metrics.average_precision_score(truth, scores),
        roc_auc=metrics.roc_auc_score(truth, scores),
        brier=metrics.brier_score_loss(truth, scores),
        log_loss=metrics.log_loss(truth, scores, eps=EPSILON),
        ece=expected_calibration_error(truth, scores),
        accuracy=metrics.accuracy_score(truth, decided),
        balanced_accuracy=metrics.balanced_accuracy_score(truth, decided),
        mcc=metrics.matthews_corrcoef(truth, decided),
        positive_rate=np.mean(decided),
        prior=np.mean(truth),
    )
    return values


def best_f1(truth, scores):
    precision, recall, _ = metrics.precision_recall_curve(truth, scores)
    return np.max(2 * precision * recall / np.maximum(precision + recall, 1e-300))


def averages(truth, scores, decided, by_label, **auc):
    """Averages as scikit-learn makes them where it does, else the mean over labels."""
    values = {}
    for average in ("macro", "micro", "weighted"):
        for name, beta in BETAS.items():
            values[f"{name}_{average}"] = metrics.fbeta_score(
                truth, decided, beta=beta, average=average
            )
        values[f"precision_{average}"] = metrics.precision_score(truth, decided, average=average)
        values[f"recall_{average}"] = metrics.recall_score(truth, decided, average=average)
        values[f"average_precision_{average}"] = metrics.average_precision_score(
            truth, scores, average=average
        )
        values[f"roc_auc_{average}"] = metrics.roc_auc_score(
            truth, scores, average=average, **auc
        )
    for name in by_label[0]:
        values.setdefault(f"{name}_macro", np.mean([label[name] for label in by_label]))
    return values


def binary(random):
    n = 200
    truth = (random.random(n) < 0.3).astype(int)
    scores = rounded(np.clip(0.35 + 0.25 * truth + 0.2 * random.standard_normal(n), 0, 1))
    cut = 0.475
    known = random.random(n) > 0.1
    whole = of_label(truth[known], scores[known], scores[known] >= cut)
    states = np.where(known, truth, -1)
    return case("binary", states[:, None], scores[:, None], [cut], whole, [whole])


def multilabel(random):
    n, k = 150, 4
    truth = (random.random((n, k)) < [0.5, 0.3, 0.1, 0.04]).astype(int)
    truth[:2] = [[1, 1, 1, 1], [0, 0, 0, 0]]
    scores = rounded(np.clip(0.3 + 0.3 * truth + 0.2 * random.standard_normal((n, k)), 0, 1))
    cuts = [0.505, 0.455, 0.415, 0.605]
    decided = (scores >= cuts).astype(int)
    by_label = [of_label(truth[:, j], scores[:, j], decided[:, j]) for j in range(k)]
    whole = averages(truth, scores, decided, by_label)
    whole["accuracy"] = metrics.accuracy_score(truth, decided)
    return case("multilabel", truth, scores, cuts, whole, by_label)


def multilabel_unknown(random):
    n, k = 120, 3
    truth = (random.random((n, k)) < [0.4, 0.3, 0.2]).astype(int)
    scores = rounded(np.clip(0.3 + 0.3 * truth + 0.2 * random.standard_normal((n, k)), 0, 1))
    cuts = [0.505, 0.455, 0.415]
    decided = (scores >= cuts).astype(int)
    known = random.random((n, k)) > [0.3, 0.05, 0.5]
    by_label = [
        of_label(truth[known[:, j], j], scores[known[:, j], j], decided[known[:, j], j])
        for j in range(k)
    ]
    whole = {f"{name}_macro": np.mean([v[name] for v in by_label]) for name in by_label[0]}
    pooled = of_label(truth[known], scores[known], decided[known])
    positives = [truth[known[:, j], j].sum() for j in range(k)]
    for name in (*BETAS, "precision", "recall", "average_precision", "roc_auc"):
        whole[f"{name}_micro"] = pooled[name]
        whole[f"{name}_weighted"] = np.average([v[name] for v in by_label], weights=positives)
    complete = known.all(axis=1)
    whole["accuracy"] = metrics.accuracy_score(truth[complete], decided[complete])
    states = np.where(known, truth, -1)
    return case("multilabel", states, scores, cuts, whole, by_label)


def multiclass(random):
    n, k = 180, 4
    classes = random.choice(k, size=n, p=[0.5, 0.3, 0.15, 0.05])
    truth = np.eye(k, dtype=int)[classes]
    odds = np.exp(1.2 * truth + random.standard_normal((n, k)))
    scores = (odds / odds.sum(axis=1, keepdims=True)).astype(np.float32).astype(float)
    top = scores.argmax(axis=1)
    decided = np.eye(k, dtype=int)[top]
    by_label = [of_label(truth[:, j], scores[:, j], decided[:, j]) for j in range(k)]
    whole = averages(truth, scores, decided, by_label)
    for average in ("macro", "micro", "weighted"):
        normal = scores / scores.sum(axis=1, keepdims=True)
        auc = metrics.roc_auc_score(classes, normal, average=average, multi_class="ovr")
        assert np.isclose(whole[f"roc_auc_{average}"], auc, atol=1e-6)
    whole.update(
        accuracy=metrics.accuracy_score(classes, top),
        balanced_accuracy=metrics.balanced_accuracy_score(classes, top),
        mcc=metrics.matthews_corrcoef(classes, top),
        brier=np.mean(((scores - truth) ** 2).sum(axis=1)),
        log_loss=metrics.log_loss(classes, scores, eps=EPSILON),
        ece=expected_calibration_error((classes == top).astype(int), scores.max(axis=1)),
    )
    return case("multiclass", truth, scores, [], whole, by_label)


def rounded(scores):
    """Two decimals, so that scores tie."""
    return np.round(scores, 2).astype(np.float32).astype(float)


def case(kind, states, scores, cuts, whole, by_label):
    k = states.shape[1]
    curves = []
    for j in range(k):
        known = states[:, j] >= 0
        curves.append(best_f1(states[known, j], scores[known, j]))
    return {
        "kind": kind,
        "states": states.T.tolist(),
        "scores": scores.T.tolist(),
        "cuts": cuts,
        "whole": plain(whole),
        "labels": [plain(values) for values in by_label],
        "best_f1": [float(value) for value in curves],
    }


def calibrators(random):
    n = 120
    truth = (random.random(n) < 0.35).astype(int)
    scores = rounded(np.clip(0.3 + 0.35 * truth + 0.2 * random.standard_normal(n), 0.02, 0.98))
    grid = np.linspace(0.01, 0.99, 25).astype(np.float32).astype(float)
    isotonic = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(scores, truth)
    odds = lambda p: np.log(p / (1 - p))
    sigmoid = _SigmoidCalibration().fit(odds(scores), truth)
    return {
        "states": truth.tolist(),
        "scores": scores.tolist(),
        "grid": grid.tolist(),
        "isotonic": isotonic.predict(grid).tolist(),
        "sigmoid": sigmoid.predict(odds(grid)).tolist(),
    }


def plain(values):
    return {name: float(value) for name, value in sorted(values.items())}


def main():
    versions = {
        "python": platform.python_version(),
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
    }
    makers = (binary, multilabel, multilabel_unknown, multiclass, calibrators)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for number, make in enumerate(makers):
        seed = 20260417 + number
        golden = {"made_by": "golden_metrics.py", "versions": versions, "seed": seed}
        golden.update(make(np.random.default_rng(seed)))
        text = json.dumps(golden, separators=(",", ":"))
        (FOLDER / f"{make.__name__}.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
