#!/usr/bin/env python3
"""Quality may not go down in silence: scores the program on the shared sets, compares with floors.json.
The dates of undated documents are measured by dating.py, the rest by the scorer of the sets.

    tests/eval/floors.py --bin target/release/annalist [--shared ../shared] [--raise]

The sets and their scorer are not part of the repository (docs/development.md). A figure below its
floor fails; one well above it is shown, and `--raise` lifts the floors to the figures less 0.5 (it
never lowers one: edit the file for that, and say why in the commit).
"""
import argparse
import json
import os
import subprocess
import sys
import time

sys.dont_write_bytecode = True  # no folder of bytecode in the checkout
import dating

HERE = os.path.dirname(os.path.abspath(__file__))
FLOORS = os.path.join(HERE, "floors.json")
PARTS = ["temporal", "names", "quotes", "timelines", "actors", "frontend"]
SLACK = 0.5


def figures(part, sets):
    """The figures that have floors, `part/set/figure` -> points of 100."""
    found = {}
    for name, scores in sets.items():
        def keep(figure, value):
            found["%s/%s/%s" % (part, name, figure)] = value
        if part == "temporal":
            for kind in ("strict", "relaxed", "value", "type"):
                keep(kind, scores[kind]["f1"])
        elif part == "names":
            keep("micro", scores["micro"]["f1"])
        elif part == "quotes":
            keep("found", scores["found"]["f1"])
            keep("attribution", scores["attribution"]["f1"])
            keep("attribution precision", scores["attribution"]["precision"])
        elif part == "timelines":
            every = [timeline["date_f1"] for timeline in scores["timelines"].values()]
            keep("date", round(sum(every) / len(every), 2))
        elif part == "actors":
            keep("b-cubed", scores["person+organisation"]["b3_f1"])
            keep("pairwise", scores["person+organisation"]["pairwise"]["f1"])
            keep("b-cubed precision", scores["person+organisation"]["b3_precision"])
        elif name == "htmldate":
            keep("accuracy", scores["accuracy"])
        elif scores.get("scored"):
            keep("f1", scores["f1"])
    return found


def score(part, arguments):
    """Runs the shared scorer. Returns its figures and what it says against the data contract."""
    scorer = os.path.join(arguments.shared, "eval", "score.py")
    started = time.time()
    run = subprocess.run([sys.executable, scorer, part, "--bin", os.path.abspath(arguments.bin), "--json"],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if run.returncode != 0:
        return {}, ["%s: the scorer failed: %s" % (part, run.stderr.strip()[-600:])]
    sets = json.loads(run.stdout)["sets"]
    broken = []
    for name, scores in sorted(sets.items()):
        usage = scores.get("run", {})
        print("  %-10s %-24s %8s words per CPU second, peak %s KB" % (
            part, name, usage.get("words_per_cpu_second"), usage.get("peak_rss_kb_of_largest_child")))
        for problem, count in usage.get("contract_problems", {}).items():
            broken.append("%s/%s: %s (%s times)" % (part, name, problem, count))
    print("  %-10s %.0f s" % (part, time.time() - started), flush=True)
    return figures(part, sets), broken


def dated(arguments):
    """Per family, how many articles whose date is hidden get an interval, and how many of these hold the true day."""
    started = time.time()
    found = {}
    for family, whole in dating.families(arguments.bin, arguments.shared):
        found["dating/%s/dated" % family] = round(100 * len(dating.intervals(whole)) / len(whole), 2)
        found["dating/%s/inside" % family] = round(dating.inside(whole), 2)
    print("  %-10s %.0f s" % ("dating", time.time() - started), flush=True)
    return found


def compare(found, floors):
    """Prints each figure beside its floor; returns what failed."""
    failed = []
    for key in sorted(set(found) | set(floors)):
        value, floor = found.get(key), floors.get(key)
        if value is None:
            failed.append("%s is not measured any more" % key)
        elif floor is None:
            print("new    %-46s %6.2f: no floor yet" % (key, value))
            failed.append("%s has no floor: run with --raise" % key)
        elif value < floor:
            print("LOST   %-46s %6.2f < %6.2f" % (key, value, floor))
            failed.append("%s fell to %.2f, its floor is %.2f" % (key, value, floor))
        else:
            gain = value - floor - SLACK
            print("%-6s %-46s %6.2f >= %6.2f" % ("gained" if gain > SLACK else "ok", key, value, floor))
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "..", "shared"))
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what is measured")
    arguments = parser.parse_args()
    with open(FLOORS) as file:
        floors = json.load(file)
    found, failed = {}, []
    for part in PARTS:
        measured, broken = score(part, arguments)
        found.update(measured)
        failed += broken
    found.update(dated(arguments))
    if arguments.lift:
        for key, value in found.items():
            floors[key] = max(floors.get(key, 0.0), round(value - SLACK, 1))
        with open(FLOORS, "w") as file:
            json.dump(dict(sorted(floors.items())), file, indent=1)
            file.write("\n")
    failed += compare(found, floors)
    print("\n".join("failed: " + line for line in failed))
    print("floors: %d passed, %d failed" % (max(len(floors) - len(failed), 0), len(failed)))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
