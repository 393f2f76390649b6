#!/usr/bin/env python3
"""Prints the clusters of heads.yaml, made from what was known when the base was judged. Standard library only.

clusters.py RUN_FOLDER DATA_FOLDER

RUN_FOLDER is that of the base's run, whose tables list the countries with their shutdowns; DATA_FOLDER holds
polity5.csv. A region is divided into closed (polity2 up to 0) and open countries where both sides have at least
MINIMUM shutdowns, and is one cluster where it alone has them; what has fewer is in no cluster, and is scored by the
base alone. So is a country without a score, where its region is divided.
"""
import collections
import csv
import pathlib
import sys

MINIMUM = 20
run, data = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
here = pathlib.Path(__file__).parent


def rows(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


scores = {}
for row in rows(data / "polity5.csv"):
    if row["polity2"]:
        scores[row["scode"].strip()] = int(row["polity2"])  # years ascend, so that the last one stays
shutdowns = {
    row["group"]: int(row["events"])
    for table in ("groups-countries.csv", "few-events-groups-countries.csv")
    for row in rows(run / "tables" / table)
}
halves = collections.defaultdict(lambda: collections.defaultdict(list))
for country in rows(here / "../../forecast/shutdowns/countries.csv"):
    if country["iso3"] in shutdowns:
        score = scores.get(country["polity_code"].strip())
        half = "unknown" if score is None else "closed" if score <= 0 else "open"
        halves[country["region"]][half].append(country["iso3"])


def count(countries):
    return sum(shutdowns[country] for country in countries)


for region, half in sorted(halves.items()):
    everyone = [country for part in half.values() for country in part]
    if min(count(half["closed"]), count(half["open"])) >= MINIMUM:
        clusters = {f"{region} closed": half["closed"], f"{region} open": half["open"]}
    else:
        clusters = {region: everyone} if count(everyone) >= MINIMUM else {}
    for name, countries in clusters.items():
        print(f"    {name.lower().replace(' ', '_')}: [{', '.join(sorted(countries))}]")
