#!/usr/bin/env python3
"""How well undated documents are dated: hides the date of news articles and compares.

    tests/eval/dating.py --bin target/release/annalist [--shared ../shared] [--errors 20]

Reads the articles of TimeBank, AQUAINT, MEANTIME, PolNeAR and of four topics of Timeline17 from the
shared sets (docs/development.md), takes out what states the day of writing (lines that are a date, dates in
datelines, `published` and `updated` stamps), runs `annalist extract` without a date, and says how many
articles get an interval, how often the true day lies in it, how wide it is, and how often the weekday
is right.
"""
import argparse
import collections
import datetime
import json
import lzma
import os
import re
import subprocess
import tempfile

FAMILIES = {"TimeBank": ["timebank", "aquaint", "meantime"], "Timeline17": ["bpoil", "H1N1", "haiti", "MJ"],
            "PolNeAR": ["polnear-train", "polnear-dev"]}
# Where a family lies that is not one of timelines.
FOLDERS = {"TimeBank": "temporal/%s.jsonl", "PolNeAR": "quotes/%s.jsonl"}
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
WEEKDAY = r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?,?"
CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*\(?(?:UK|ET|[A-Z]{3,4})\)?)?"
ORDINAL = r"(?:st|nd|rd|th)?"
DATE = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|{MONTH}\s+\d{{1,2}}{ORDINAL}(?:,?\s+\d{{4}})?|\d{{1,2}}{ORDINAL}\s+{MONTH}(?:,?\s+\d{{4}})?)"
FULL = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|{MONTH}\s+\d{{1,2}}{ORDINAL},?\s+\d{{4}}|\d{{1,2}}{ORDINAL}\s+{MONTH},?\s+\d{{4}})"
VERB = r"(?:first |last )?(?:published|posted|updated|modified)(?:\s+(?:on|at))?:?"

# A line that is a date or a time and nothing else.
LINE = re.compile(rf"^[ \t]*(?:(?:{VERB}|date:?)\s*)?(?:{WEEKDAY}\s+)?{DATE}(?:[ ,;|-]*{CLOCK})?[ \t]*$\n?", re.I | re.M)
STAMPS = [
    re.compile(rf"(?:page )?{VERB}[ ]*(?:{CLOCK}[, ]*)?[, ]*(?:{WEEKDAY}[ ]+)?(?:{DATE})?(?:[, ]*{CLOCK})?", re.I),
    re.compile(rf"(?:{WEEKDAY}\s+)?{FULL}[,;]?\s+(?:last updated at\s+)?(?:at\s+)?{CLOCK}", re.I),
    re.compile(rf"{CLOCK},?\s+{WEEKDAY}\s+{FULL}", re.I),
    re.compile(rf"\b{WEEKDAY}\s+\d{{1,2}}\s+{MONTH}\s+\d{{4}}\b", re.I),
    re.compile(rf"\b{FULL}\s+(?=Help\b)"),
]
# `TOKYO, Aug. 18 (Agency) -`: the date goes, the place stays.
DATELINE = re.compile(
    rf"(?P<place>\b[A-Z][A-Z.'/ ]{{2,40}}(?:, [A-Z][A-Za-z. ]{{1,25}})?), (?i:\(?{DATE}\)?)"
    r"(?= \([A-Za-z /.]{2,30}\)| *(?:--|-|_|–|—)\s| \|)"
)


def masked(text):
    """The text without what states the day of writing."""
    text = LINE.sub("", text)
    for stamp in STAMPS:
        text = stamp.sub(lambda found: " " if re.search(r"\d", found.group(0)) else found.group(0), text)
    return DATELINE.sub(lambda found: found.group("place"), text)


def read(shared, name):
    family = next(family for family, names in FAMILIES.items() if name in names)
    below = FOLDERS.get(family, "timelines/%s/articles.jsonl")
    path = os.path.join(shared, "eval", below % name)
    opened = open(path, encoding="utf-8") if os.path.exists(path) else lzma.open(path + ".xz", "rt", encoding="utf-8")
    with opened as lines:
        return [json.loads(line) for line in lines]


def extracted(binary, folder, articles):
    lines = "".join(json.dumps({"id": str(number), "text": masked(article["text"])}) + "\n"
                    for number, article in enumerate(articles))
    run = subprocess.run([os.path.abspath(binary), "extract", "--stdin-jsonl"], cwd=folder, input=lines,
                         stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def families(binary, shared, config=None, each=lambda name, found: None):
    """Each family with its articles and the date that the program gives them; `each` sees every set."""
    for family, names in FAMILIES.items():
        whole = []
        for name in names:
            articles = read(shared, name)
            with tempfile.TemporaryDirectory() as folder:
                lines = extracted(binary, config or folder, articles)
            found = [(article, line["date"]) for article, line in zip(articles, lines)]
            each(name, found)
            whole += found
        yield family, whole


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--bin", required=True)
    parser.add_argument("--shared", default="../shared")
    parser.add_argument("--config", default=None, help="a folder with annalist.toml; its authority files then count")
    parser.add_argument("--errors", type=int, default=0, help="show so many articles whose day is not in the interval")
    arguments = parser.parse_args()
    for family, whole in families(arguments.bin, arguments.shared, arguments.config, report):
        report(family, whole)
        misses = [(article, date) for article, date in whole if date["basis"] != "unknown" and not holds(article, date)]
        for article, date in misses[:arguments.errors]:
            print("   %s %s not in %s..%s: %s" % (article["id"], article["date"], date["earliest"], date["latest"],
                                                  date["why"][:300]))
            text = masked(article["text"]).encode()
            for span in date["evidence"][:6]:
                around = text[max(0, span["start"] - 90):span["start"]], text[span["start"]:span["end"]], text[span["end"]:span["end"] + 40]
                print("        %s [%s] %s" % tuple(part.decode(errors="replace").replace("\n", " ") for part in around))


def holds(article, date):
    day = article["date"][:10]
    return (date["earliest"] or "0000") <= day <= (date["latest"] or "9999")


def intervals(found):
    """The articles that get an interval."""
    return [(article, date) for article, date in found if date["earliest"] or date["latest"]]


def inside(found):
    """Of 100 intervals, those that hold the true day."""
    dated = intervals(found)
    return 100 * sum(holds(article, date) for article, date in dated) / len(dated) if dated else 0.0


def report(name, found):
    dated = intervals(found)
    closed = [date for _, date in dated if date["earliest"] and date["latest"]]
    widths = sorted((datetime.date.fromisoformat(date["latest"]) - datetime.date.fromisoformat(date["earliest"])).days + 1
                    for date in closed)
    held_closed = sum(holds(article, date) for article, date in dated if date["earliest"] and date["latest"])
    bases = collections.Counter(date["basis"] for _, date in found)
    days = [(article, date) for article, date in found if date["weekday"]]
    right = sum(date["weekday"] == DAYS[datetime.date.fromisoformat(article["date"][:10]).weekday()]
                for article, date in days)
    share = lambda part, all: 100 * part / all if all else 0
    width = widths[len(widths) // 2] if widths else 0
    print("%-11s %4d articles, %4d (%.1f %%) get an interval, true day inside %.1f %%; closed %d (inside %.1f %%), median %d days; "
          "half-open %d; weekday given %d, right %.1f %%; %s"
          % (name, len(found), len(dated), share(len(dated), len(found)), inside(found), len(closed),
             share(held_closed, len(closed)), width, len(dated) - len(closed), len(days), share(right, len(days)), dict(bases)))


if __name__ == "__main__":
    main()
