#!/usr/bin/python3
"""Writes golden values of quantiles, intervals and tests: what the Java tests compare with.

Needs python3-scipy, python3-statsmodels and python3-mpmath.

Run from the repository root: /usr/bin/python3 core/src/test/python/golden_statistics.py
"""

import csv
import platform
from pathlib import Path

import mpmath
import numpy
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

OUT = Path(__file__).resolve().parent.parent / "resources" / "golden"
VERSIONS = (
    f"# python {platform.python_version()}, numpy {numpy.__version__}, "
    f"scipy {scipy.__version__}, statsmodels {statsmodels.__version__}, mpmath {mpmath.__version__}"
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


def t_two_sided(t, df):
    """The tail to 25 digits, for the same reason."""
    with mpmath.workdps(25):
        x = mpmath.mpf(df) / (df + mpmath.mpf(t) ** 2)
        return float(mpmath.betainc(mpmath.mpf(df) / 2, 0.5, 0, x, regularized=True))


def mid_p(b, c):
    """Fagerland, Lydersen, Laake 2013; statsmodels has the exact test only."""
    if b == c:
        return 1.0
    return float(2 * stats.binom.cdf(min(b, c), b + c, 0.5) - stats.binom.pmf(min(b, c), b + c, 0.5))


def p_value_families(rng):
    """Few and many, with ties, zeros and ones."""
    yield [0.03]
    yield [0.01, 0.04, 0.03, 0.005]
    yield [0.02, 0.02, 0.02, 0.9]
    yield [1.0, 0.0, 0.5, 0.0, 1.0]
    yield [0.05] * 7
    yield [round(float(p), 4) for p in rng.uniform(size=40)]
    yield [round(float(p), 6) for p in rng.beta(0.3, 2, size=165)]


def bca_intervals():
    """Of means, by scipy.stats.bootstrap; the replicates that it drew stand beside its interval."""
    rng = numpy.random.default_rng(20260417)
    samples = [
        numpy.round(rng.normal(0.7, 0.2, 25), 4),
        numpy.round(rng.lognormal(0, 1, 40), 4),
        numpy.round(1 - rng.lognormal(-2, 1.2, 30), 4),
        rng.integers(0, 3, 60).astype(float),
    ]
    for sample in samples:
        for level in [0.8, 0.95]:
            made = stats.bootstrap(
                (sample,), numpy.mean, n_resamples=300, confidence_level=level, random_state=rng
            )
            yield [
                " ".join(repr(float(v)) for v in sample),
                " ".join(repr(float(v)) for v in made.bootstrap_distribution),
                level,
                float(made.confidence_interval.low),
                float(made.confidence_interval.high),
            ]


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

    write(
        "student_t_two_sided.csv",
        ["t", "degrees_of_freedom", "p"],
        [
            [t, df, t_two_sided(t, df)]
            for df in [1, 2, 5, 19, 100, 9_999]
            for t in [0.01, 0.5, 1.0, -1.96, 2.5, -4.0, 6.0]
        ],
    )
    write(
        "mcnemar.csv",
        ["only_candidate", "only_champion", "exact", "mid_p"],
        [
            [b, c, float(mcnemar([[0, b], [c, 0]], exact=True).pvalue), mid_p(b, c)]
            for b, c in [
                (0, 0), (1, 0), (0, 1), (1, 1), (0, 6), (2, 9), (9, 2), (10, 10), (7, 8),
                (25, 40), (13, 0), (300, 300), (290, 351), (5_000, 5_321),
            ]
        ],
    )
    families = list(p_value_families(numpy.random.default_rng(20260417)))
    write(
        "multiplicity.csv",
        ["p_values", "holm", "benjamini_hochberg"],
        [
            [
                " ".join(map(repr, family)),
                *(
                    " ".join(repr(float(p)) for p in multipletests(family, method=method)[1])
                    for method in ("holm", "fdr_bh")
                ),
            ]
            for family in families
        ],
    )

    write(
        "normal_below.csv",
        ["z", "p"],
        [[z, float(mpmath.ncdf(z))] for z in [-9.0, -5.5, -3.01, -3.0, -1.96, -0.3, 0.0, 1.0, 2.99, 4.0]],
    )
    write("bca.csv", ["sample", "replicates", "level", "low", "high"], list(bca_intervals()))


if __name__ == "__main__":
    main()
