#!/usr/bin/python3
"""NumPy's and scikit-learn's part of the comparison; bootstrap.sh runs all.

    bootstrap.py FOLDER

Reads the decisions, results and times that BootstrapBenchmark left in FOLDER, and finds the same
intervals by one float32 matrix product of all replicate weights and all counts, and (a few replicates,
scaled) by resampling rows and calling scikit-learn's f1_score. Ends with 1 where point values differ by
more than 1e-6 or interval ends by more than Monte Carlo error explains, or where Assay is slower than
the matrix product or less than 300 times as fast as the loop.
"""

import csv
import pathlib
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import sklearn
from sklearn.metrics import f1_score

REPEATS = 3
LOOP_REPLICATES = 6
BLOCK = 100
REQUIRED = {"one matrix product": 1, "loop over f1_score": 300}
# Ends of an interval from 2,000 replicates have a standard error of 0.06 standard errors of the figure
# (that of the 2.5% quantile of a normal sample); both sides draw, and 4 times their joint error is allowed.
MOST_APART = 4 * 2**0.5 * 0.06


def weights(task):
    """How often each row is drawn, for a block of replicates."""
    seed, replicates, n = task
    rng = np.random.default_rng(seed)
    drawn = np.empty((replicates, n), np.float32)
    for i in range(replicates):
        drawn[i] = np.bincount(rng.integers(0, n, n), minlength=n)
    return drawn


def macro_f1(hits, predicted, positives):
    return (2 * hits / (predicted + positives)).mean(axis=1)


def matrix_product(truth, champion, candidate, replicates):
    """Drawn by both cores, then one product with every count that F1 needs."""
    n = truth.shape[1]
    counts = np.concatenate(
        [truth, champion, candidate, truth & champion, truth & candidate]
    ).astype(np.float32)
    with ThreadPoolExecutor() as pool:
        blocks = pool.map(weights, [(seed, BLOCK, n) for seed in range(replicates // BLOCK)])
        drawn = np.concatenate(list(blocks))
    positives, theirs, ours, their_hits, our_hits = np.split(drawn @ counts.T, 5, axis=1)
    return macro_f1(their_hits, theirs, positives), macro_f1(our_hits, ours, positives)


def loop(truth, champion, candidate, replicates):
    n = truth.shape[1]
    rng = np.random.default_rng(1)
    columns = [np.ascontiguousarray(side.T) for side in (truth, champion, candidate)]
    for _ in range(replicates):
        rows = rng.integers(0, n, n)
        t, theirs, ours = (side[rows] for side in columns)
        f1_score(t, theirs, average="macro")
        f1_score(t, ours, average="macro")


def seconds(work):
    start, processor_start = time.perf_counter(), time.process_time()
    result = work()
    return result, (time.perf_counter() - start, time.process_time() - processor_start)


def rows(path):
    with path.open(newline="") as file:
        return list(csv.reader(file))


def disagreements(assay, points, replicates):
    theirs, ours = replicates
    for name, drawn in [("champion", theirs), ("candidate", ours), ("difference", ours - theirs)]:
        value, low, high, error = assay[name]
        if not abs(value - points[name]) <= 1e-6:
            yield f"{name}: {value} and {points[name]}"
        for our_end, end in zip((low, high), np.percentile(drawn, [2.5, 97.5])):
            if not abs(our_end - end) <= MOST_APART * error:
                yield f"an end of the interval of {name}: {our_end} and {end}"


def main():
    folder = pathlib.Path(sys.argv[1])
    labels, n, replicates, prevalence = rows(folder / "shape.csv")[0]
    truth, champion, candidate = (
        np.fromfile(folder / f"{name}.i8", dtype=np.int8).reshape(int(labels), int(n))
        for name in ("truth", "champion", "candidate")
    )
    points = {
        "champion": f1_score(truth.T, champion.T, average="macro"),
        "candidate": f1_score(truth.T, candidate.T, average="macro"),
    }
    points["difference"] = points["candidate"] - points["champion"]
    timed = [
        seconds(lambda: matrix_product(truth, champion, candidate, int(replicates)))
        for _ in range(REPEATS)
    ]
    product = tuple(statistics.median(t[1][kind] for t in timed) for kind in range(2))
    _, few = seconds(lambda: loop(truth, champion, candidate, LOOP_REPLICATES))
    looped = tuple(t * int(replicates) / LOOP_REPLICATES for t in few)
    assay = {r[0]: tuple(map(float, r[1:])) for r in rows(folder / "assay-values.csv")}
    found = list(disagreements(assay, points, timed[0][0]))
    for line in found:
        print("DISAGREE:", line)
    ours = tuple(map(float, rows(folder / "assay-seconds.csv")[0][1:]))
    print(
        f"{replicates} paired replicates of macro-F1, {n} rows x {labels} labels, prevalence {prevalence}; "
        f"numpy {np.__version__}, scikit-learn {sklearn.__version__}"
    )
    print(f"point values and interval ends compared: {len(found)} differ")
    print(f"{'':30}{'theirs':>12}{'Assay':>10}{'ratio':>9}{'required':>10}")
    slow = False
    for name, theirs in [("one matrix product", product), ("loop over f1_score", looped)]:
        slow |= theirs[0] / ours[0] < REQUIRED[name]
        for kind, their, our in zip(("wall", "processor"), theirs, ours):
            asked = f"{REQUIRED[name]}x" if kind == "wall" else ""
            print(f"{name:20}{kind:10}{their:10.2f} s{our:8.3f} s{their / our:8.1f}x{asked:>10}")
    sys.exit(1 if found or slow else 0)


if __name__ == "__main__":
    main()
