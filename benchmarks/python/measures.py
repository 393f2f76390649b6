#!/usr/bin/python3
"""scikit-learn's half of the comparison; measures.sh runs both halves.

    measures.py FOLDER

Reads the data, values and times (on the clock, and of the processors) that MeasuresBenchmark left in FOLDER, times scikit-learn on the
same data, checks that both sides agree and prints the ratios. Ends with 1 where they do not agree or
Assay is less than 5 times (cuts) or 10 times (evaluation) as fast.
"""

import csv
import pathlib
import statistics
import sys
import time

import numpy as np
import sklearn
from sklearn import metrics

TOLERANCE = 1e-6
EPSILON = float(np.finfo(np.float32).eps)
BINS = 15
REPEATS = 5
REQUIRED = {"thresholds": 5, "evaluation": 10}


def best_f1(truth, scores):
    values = {}
    for label in range(truth.shape[0]):
        precision, recall, cuts = metrics.precision_recall_curve(truth[label], scores[label])
        f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-300)
        best = np.argmax(f1)
        values[label] = (f1[best], cuts[best])
    return values


def expected_calibration_error(truth, scores):
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    counts = np.bincount(bins, minlength=BINS)
    gaps = np.bincount(bins, weights=scores, minlength=BINS) - np.bincount(
        bins, weights=truth, minlength=BINS
    )
    return np.abs(gaps).sum() / counts.sum()


def evaluation(truth, scores, cut):
    decided = (scores >= cut).astype(np.int8)
    values = {}
    for label in range(truth.shape[0]):
        t, s, d = truth[label], scores[label], decided[label]
        values["precision", label] = metrics.precision_score(t, d)
        values["recall", label] = metrics.recall_score(t, d)
        values["f1", label] = metrics.f1_score(t, d)
        values["average_precision", label] = metrics.average_precision_score(t, s)
        values["roc_auc", label] = metrics.roc_auc_score(t, s)
        values["brier", label] = metrics.brier_score_loss(t, s)
        values["log_loss", label] = metrics.log_loss(t, s, eps=EPSILON)
        values["accuracy", label] = metrics.accuracy_score(t, d)
        values["balanced_accuracy", label] = metrics.balanced_accuracy_score(t, d)
        values["mcc", label] = metrics.matthews_corrcoef(t, d)
        values["ece", label] = expected_calibration_error(t, s)
    t, s, d = truth.T, scores.T, decided.T
    for average in ("micro", "macro", "weighted"):
        values[f"precision_{average}", "all"] = metrics.precision_score(t, d, average=average)
        values[f"recall_{average}", "all"] = metrics.recall_score(t, d, average=average)
        values[f"f1_{average}", "all"] = metrics.f1_score(t, d, average=average)
        values[f"average_precision_{average}", "all"] = metrics.average_precision_score(
            t, s, average=average
        )
        values[f"roc_auc_{average}", "all"] = metrics.roc_auc_score(t, s, average=average)
    return values


def median_seconds(work):
    result = work()
    wall, processor = [], []
    for _ in range(REPEATS):
        start, processor_start = time.perf_counter(), time.process_time()
        result = work()
        wall.append(time.perf_counter() - start)
        processor.append(time.process_time() - processor_start)
    return result, (statistics.median(wall), statistics.median(processor))


def rows(path):
    with path.open(newline="") as file:
        return list(csv.reader(file))


def disagreements(assay, best, values, truth, scores):
    for label, (f1, _) in best.items():
        ours = metrics.f1_score(truth[label], scores[label] >= assay["best_cut", str(label)])
        if not abs(ours - f1) <= TOLERANCE:
            yield f"best F1 of label {label}: {ours} and {f1}"
    for (name, label), value in values.items():
        ours = assay.get((name, str(label)))
        if ours is None or not abs(ours - value) <= TOLERANCE:
            yield f"{name} of {label}: {ours} and {value}"


def main():
    folder = pathlib.Path(sys.argv[1])
    labels, n, cut = rows(folder / "shape.csv")[0]
    shape = (int(labels), int(n))
    scores = np.fromfile(folder / "scores.f32", dtype="<f4").reshape(shape)
    truth = np.fromfile(folder / "states.i8", dtype=np.int8).reshape(shape)
    exact = scores.astype(np.float64)
    best, threshold_seconds = median_seconds(lambda: best_f1(truth, scores))
    values, evaluation_seconds = median_seconds(lambda: evaluation(truth, exact, float(cut)))
    assay = {(r[0], r[1]): float(r[2]) for r in rows(folder / "assay-values.csv")}
    found = list(disagreements(assay, best, values, truth, exact))
    for line in found[:20]:
        print("DISAGREE:", line)
    print(f"{len(best) + len(values)} values compared, {len(found)} differ by more than {TOLERANCE}")
    print(f"scikit-learn {sklearn.__version__}, numpy {np.__version__}, {labels} labels x {n} rows")
    ours = {r[0]: (float(r[1]), float(r[2])) for r in rows(folder / "assay-seconds.csv")}
    theirs = {"thresholds": threshold_seconds, "evaluation": evaluation_seconds}
    print(f"{'':24}{'scikit-learn':>14}{'Assay':>12}{'ratio':>9}{'required':>10}")
    slow = False
    for name, required in REQUIRED.items():
        wall = theirs[name][0] / ours[name][0]
        slow |= wall < required
        for kind, their, our in zip(("wall", "processor"), theirs[name], ours[name]):
            asked = f"{required}x" if kind == "wall" else ""
            print(
                f"{name:14}{kind:10}{their * 1e3:11.1f} ms{our * 1e3:9.1f} ms"
                f"{their / our:8.1f}x{asked:>10}"
            )
    sys.exit(1 if found or slow else 0)


if __name__ == "__main__":
    main()
