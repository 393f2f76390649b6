#!/usr/bin/env python3
"""Sums up what story.sh left in made/: both runs, the stack, and the countries. Standard library only."""
import csv
import json
import math
import pathlib
import statistics
import sys

made = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "made")


def run(name):
    (folder,) = (made / "home" / "runs").glob(name + "-*")
    return folder, json.loads((folder / "verdict.json").read_text())


def number(value):
    return "undefined" if not isinstance(value, (int, float)) else f"{value:.3f}"


def cell(value):
    return interval(value) if isinstance(value, dict) else f"{value:.2f}" if isinstance(value, float) else value


def interval(range_):
    return f"[{range_['low']:+.3f}, {range_['high']:+.3f}]" if "low" in range_ else "(no interval)"


def median(values):
    """The median with the interval of its order statistics, at least 95%."""
    ordered, n = sorted(values), len(values)
    cut, below = 0, 0.5**n
    while cut < n // 2 and below <= 0.025:
        cut += 1
        below += math.comb(n, cut) * 0.5**n
    spread = f" [{ordered[cut - 1]:.3f}, {ordered[n - cut]:.3f}]" if cut else " (too few for an interval)"
    return f"{statistics.median(ordered):.3f}{spread} over {n}"


def whole(verdict):
    for holdout in verdict["holdouts"]:
        for figure in holdout["figures"]:
            if figure["subject"]["kind"] == "whole" and figure["metric"] in ("f1", "average_precision", "roc_auc", "log_loss", "prior"):
                print(
                    f"  {figure['metric']} on {holdout['name']}: {number(figure['candidate'])} {interval(figure['candidate_interval'])}"
                    f" against {number(figure['champion'])} {interval(figure['champion_interval'])},"
                    f" {number(figure['difference'])} {interval(figure['interval'])}"
                )


def countries(verdict):
    (holdout,) = (one for one in verdict["holdouts"] if one["name"] == "countries")
    return [f for f in holdout["figures"] if f["metric"] == "f1" and f["subject"]["kind"] == "group"]


for name in ("regimes-base", "regimes-heads"):
    folder, verdict = run(name)
    print(f"{name}: {verdict['decision']}, {folder.name}")
    for check in verdict["checks"]:
        print(f"  {check['gate']}: {check['sentence']}")
    for warning in verdict["warnings"]:
        print(f"  warning: {warning}")
    whole(verdict)
    figures = countries(verdict)
    for least in (10, 30):
        enough = [f for f in figures if f["support"]["events"] >= least]
        print(f"  {len(enough)} of {len(figures)} countries have {least} events: {', '.join(f['subject']['group'] for f in enough)}")
    judged = [f for f in figures if f["support"]["events"] >= 10]
    for side in ("champion", "candidate"):
        print(f"  median F1 of the {side}: {median([f[side] for f in judged])}")
    every_week = [2 * f["support"]["positives"] / (f["support"]["positives"] + f["support"]["rows"]) for f in judged]
    print(f"  median F1 of an alarm every week: {median(every_week)}")
    gained = [f for f in judged if f["difference"] >= 0.03]
    lost = [f for f in judged if f["difference"] <= -0.03]
    print(f"  of these, {len(gained)} gain 0.03 or more, {len(lost)} lose as much")
    for f in sorted(judged, key=lambda f: -f["support"]["events"]):
        print(
            f"    {f['subject']['group']}: {f['support']['events']} events, {number(f['champion'])} -> {number(f['candidate'])},"
            f" {f['difference']:+.3f} {interval(f['interval'])}; an alarm every week"
            f" {2 * f['support']['positives'] / (f['support']['positives'] + f['support']['rows']):.3f}"
        )
    for check in verdict["checks"]:
        for part in check["evidence"]:
            if check["gate"] == "worst countries recover" and part["subject"]["kind"] == "group":
                print(
                    f"    {part['subject']['group']}, among the worst of the base: {part['support']['events']} events,"
                    f" least effect that could show {number(part['detectable_effect'])}"
                )
    for table in verdict["training"]:
        if table.get("reading"):
            print("  " + table["reading"])
        if table["name"] in ("stack-coefficients", "clusters"):
            for row in table["rows"]:
                print("    " + ", ".join(f"{key} {cell(value)}" for key, value in row.items() if key != "label"))
