#!/usr/bin/python3
"""Writes golden values of quantiles and intervals: what the Java tests compare with.

Run from the repository root: /usr/bin/python3 core/src/test/python/golden_statistics.py
"""

import csv
import platform
from pathlib import Path

import mpmath
import numpy
import scipy
from scipy import stats

OUT = Path(__file__).resolve().parent.parent / "resources" / "golden"
VERSIONS = (
    f"# python {platform.python_version()}, numpy {numpy.__version__}, "
    f"scipy {scipy.__version__}, mpmath {mpmath.__version__}"
)


def write(name, header, rows):
    with open(OUT / name, "w", newline="", encoding="utf-8") as out:
        out.write(VERSIONS + "\n")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([[repr(v) if isinstance(v, float) else v for v in row] for row in rows])


def t_quantile(p, df):
    """scipy's quantile polished to 25 digits: far out its own is off by 1e-9."""
    with mpmath.workdps(25):
        tail = mpmath.mpf(p) if p < 0.5 else 1 - mpmath.mpf(p)
        half = mpmath.mpf(df) / 2

        def excess(t):
            return mpmath.betainc(half, 0.5, 0, df / (df + t * t), regularized=True) / 2 - tail

        root = mpmath.findroot(excess, abs(float(stats.t.ppf(p, df))))
        return float(-root if p < 0.5 else root)


def main():
    write(
        "student_t.csv",
        ["p", "degrees_of_freedom", "quantile"],
        [
            [p, df, t_quantile(p, df)]
            for df in [1, 2, 3, 4, 5, 7, 10, 15, 18, 19, 30, 100, 999, 100_000]
            for p in [0.0005, 0.005, 0.025, 0.1, 0.4, 0.6, 0.75, 0.9, 0.95, 0.975, 0.99, 0.9995]
        ],
    )
    write(
        "wilson.csv",
        ["successes", "trials", "level", "low", "high"],
        [
            [k, n, level, float(interval.low), float(interval.high)]
            for n in [1, 2, 5, 13, 20, 90, 1462]
            for k in sorted({0, 1, n // 3, n // 2, n - 1, n})
            for level in [0.8, 0.95, 0.99]
            for interval in [
                stats.binomtest(k, n).proportion_ci(confidence_level=level, method="wilson")
            ]
        ],
    )
    rng = numpy.random.default_rng(20260417)
    rows = []
    for n in [2, 3, 5, 6, 9, 10, 25, 127]:
        sample = numpy.round(rng.normal(0.7, 0.2, n), 6)
        ordered = numpy.sort(sample)
        low, high = stats.t.interval(0.95, n - 1, loc=sample.mean(), scale=stats.sem(sample))
        cut = int(stats.binom.ppf(0.025, n, 0.5))
        if stats.binom.cdf(cut, n, 0.5) > 0.025:
            cut -= 1
        median = [float(ordered[cut]), float(ordered[n - 1 - cut])] if cut >= 0 else ["", ""]
        rows.append([" ".join(repr(float(v)) for v in sample), float(low), float(high), *median])
    write("samples.csv", ["sample", "mean_low", "mean_high", "median_low", "median_high"], rows)


if __name__ == "__main__":
    main()
