#!/usr/bin/env python3
"""Sums up what replay.sh left in made/: what became of each week, and by which gates. Standard library only."""
import collections
import json
import pathlib
import re
import statistics
import sys

made = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "made")
weeks = [line.split(",") for line in (made / "weeks.csv").read_text().splitlines()[1:]]
FIGURE = re.compile(r"(\S+) on (\S+): (\S+) against (\S+) of the champion, (\S+) \[(\S+), (\S+)\]")

codes = collections.Counter(code for _, code in weeks)
failing, figures, months, streak, longest = collections.Counter(), collections.defaultdict(list), {}, 0, 0
alone = collections.Counter()
for week, code in weeks:
    if code not in ("0", "3"):
        print(f"{week}: exit code {code}")
        continue
    run = json.loads((made / f"{week}.json").read_text())
    streak = 0 if code == "0" else streak + 1
    longest = max(longest, streak)
    months.setdefault(week[:7], []).append("P" if code == "0" else "h")
    failed = [c["gate"] for c in run["checks"] if c["outcome"] != "pass"]
    failing.update(failed)
    if len(failed) == 1:
        alone.update(failed)
    for check in run["checks"]:
        match = FIGURE.match(check["sentence"])
        if match:
            metric, holdout, candidate, champion, change, low, high = match.groups()
            figures[metric, holdout].append(tuple(float(x.rstrip(",")) for x in (candidate, change, low, high)))

print(f"{len(weeks)} weeks: {codes['0']} promoted, {codes['3']} held; at most {longest} holds in a row")
print("held by (several can hold one week; in brackets: by this one alone):")
for gate, count in failing.most_common():
    print(f"  {gate}: {count} ({alone[gate]})")
for (metric, holdout), rows in sorted(figures.items()):
    levels, changes = [r[0] for r in rows], [r[1] for r in rows]
    apart = sum(1 for r in rows if r[2] > 0 or r[3] < 0)
    print(
        f"{metric} on {holdout}: candidate median {statistics.median(levels):.3f}"
        f" ({min(levels):.3f} to {max(levels):.3f}); change to the champion median {statistics.median(changes):+.3f},"
        f" standard deviation {statistics.pstdev(changes):.3f}; interval without 0 in {apart} of {len(rows)} weeks"
    )
print("by month (P promoted, h held):")
for month, outcomes in months.items():
    print(f"  {month} {''.join(outcomes)}")
