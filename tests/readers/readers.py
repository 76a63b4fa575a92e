#!/usr/bin/env python3
"""Opens every export of built sites with a reader that is not ours.

    tests/readers/readers.py SITE…

Needs feedparser, icalendar, networkx, pybtex, rdflib and rispy from PyPI. Numbers are compared with `data/`.
"""
import csv
import datetime
import glob
import json
import os
import re
import sqlite3
import sys

import feedparser
import icalendar
import networkx
import pybtex.database
import rdflib
import rispy

# Where the sites say that they stand.
BASE = "https://example.org/d/"
SCHEMA = "https://schema.org/"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def lines(site, name):
    with open(os.path.join(site, "data", name + ".jsonl"), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read(site, path):
    with open(os.path.join(site, path), encoding="utf-8", newline="") as file:
        return file.read()


def tables(site):
    """Every .jsonl has a twin that Python's csv reads, with as many rows."""
    for path in glob.glob(os.path.join(site, "data", "*.jsonl")):
        name = os.path.basename(path)[:-len(".jsonl")]
        with open(os.path.join(site, "data", name + ".csv"), encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
        assert len(rows) == len(lines(site, name)), name
    return "CSV twins of data/"


def citations(site):
    """Each format has a record for each document and story, with the same titles."""
    shown = [line for line in lines(site, "documents") if line["display"] != "withheld"]
    keys = [line["id"] if line["story"] is None else "%s:%s" % (line["id"], line["story"]) for line in shown]
    bib = pybtex.database.parse_string(read(site, "data/citations.bib"), "bibtex")
    assert list(bib.entries) == keys, "BibTeX"
    ris = rispy.loads(read(site, "data/citations.ris"))
    assert [record["id"] for record in ris] == keys, "RIS"
    csl = json.loads(read(site, "data/citations.csl.json"))
    assert [record["id"] for record in csl] == keys, "CSL-JSON"
    for line, key, record, item in zip(shown, keys, ris, csl):
        assert len(bib.entries[key].persons.get("author", [])) == len(item.get("author", [])), key
        assert len(record.get("authors", [])) == len(line["authors"]) == len(item.get("author", [])), key
        assert record["title"] == item["title"], key
        if line["story"] is None:
            for ending, load in ((".bib", lambda text: pybtex.database.parse_string(text, "bibtex").entries),
                                 (".ris", rispy.loads), (".csl.json", json.loads)):
                assert len(load(read(site, "documents/%s%s" % (line["id"], ending)))) >= 1, key
    return "%d citations" % len(keys)


def linked(site):
    """A page has JSON-LD where it is about something; it is RDF, and documents, actors and events are in it."""
    kinds, pages = {}, 0
    about = {"index.html"} | {line["page"] for line in lines(site, "documents") if line["story"] is None and line["page"]}
    for folder, _, names in os.walk(site):
        for name in names:
            if not name.endswith(".html"):
                continue
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as file:
                found = SCRIPT.findall(file.read())
            assert len(found) == 1 or not found and os.path.relpath(path, site) not in about, path
            if not found:
                continue
            node = json.loads(found[0])
            # The vocabulary's own context would be asked from the network.
            assert node.pop("@context") == "https://schema.org", path
            node["@context"] = {"@vocab": SCHEMA}
            graph = rdflib.Graph()
            graph.parse(data=json.dumps(node), format="json-ld", base="https://example.org/")
            assert len(graph) > 1, path
            for kind in graph.objects(None, rdflib.RDF.type):
                kinds[str(kind)] = kinds.get(str(kind), 0) + 1
            pages += 1
    wanted = ["WebPage", "Report"]
    wanted += ["Thing"] if lines(site, "agreements") else []
    wanted += ["Event"] if any(event["when"]["edtf"] for event in lines(site, "events")) else []
    wanted += ["Person"] if any(a["kind"] == "person" and a["standing"] == "public" for a in lines(site, "actors")) else []
    for kind in wanted:
        assert kinds.get(SCHEMA + kind), "no %s" % kind
    return "JSON-LD of %d pages" % pages


def calendar(site):
    """Every entry is an all-day event that ends behind its last day, and is in the data."""
    events = {event["id"]: event["when"] for event in lines(site, "events")}
    entries = list(icalendar.Calendar.from_ical(read(site, "data/events.ics")).walk("VEVENT"))
    for entry in entries:
        when = events[str(entry["UID"]).rsplit("@", 1)[0]]
        start, end = entry.decoded("DTSTART"), entry.decoded("DTEND")
        assert type(start) is type(end) is datetime.date, entry["UID"]
        assert start.isoformat() == when["earliest"], entry["UID"]
        assert (end - datetime.timedelta(days=1)).isoformat() == when["latest"], entry["UID"]
        assert entry.decoded("DTSTAMP").tzinfo and str(entry["SUMMARY"]), entry["UID"]
    days = [when for when in events.values() if re.fullmatch(r"\d{4}-\d\d-\d\d", when["edtf"] or "")]
    assert len(entries) >= len(days), "%d entries, %d days" % (len(entries), len(days))
    return "%d entries of a calendar" % len(entries)


def slides(site):
    """TimelineJS gets an event for each that has a date, and no mark-up but ours."""
    dated = [event for event in lines(site, "events") if event["when"]["edtf"]]
    timeline = json.loads(read(site, "data/timelinejs.json"))
    assert [slide["unique_id"] for slide in timeline["events"]] == [event["id"] for event in dated]
    for slide in timeline["events"]:
        datetime.date(*(max(slide["start_date"][part], 1) for part in ("year", "month", "day")))
        tags = set(re.findall(r"</?\w+", slide["text"]["text"] + slide["text"]["headline"]))
        assert tags <= {"<p", "</p", "<a", "</a"}, slide["unique_id"]
    return "%d slides" % len(dated)


def networks(site):
    """Both files are the same graph, of the actors that have a page."""
    gexf = networkx.read_gexf(os.path.join(site, "data", "network.gexf"))
    graphml = networkx.read_graphml(os.path.join(site, "data", "network.graphml"))
    shown = {actor["id"] for actor in lines(site, "actors") if actor["standing"] != "private"}
    assert set(gexf) == set(graphml) == shown, "nodes"
    edges = {frozenset((one, other)): of["weight"] for one, other, of in graphml.edges(data=True)}
    assert edges == {frozenset((one, other)): of["weight"] for one, other, of in gexf.edges(data=True)}, "edges"
    assert all(gexf.nodes[node]["label"] == graphml.nodes[node]["label"] for node in gexf), "labels"
    return "a graph of %d actors and %d pairs" % (len(shown), len(edges))


def feeds(site):
    """Every feed is well formed, with ids, times and links into the site."""
    paths = [path for path in ["feed.xml", "corrections.xml"] if os.path.exists(os.path.join(site, path))]
    paths += [os.path.relpath(path, site) for path in glob.glob(os.path.join(site, "feeds", "*", "*.xml"))]
    for path in paths:
        feed = feedparser.parse(os.path.join(site, path))
        assert not feed.bozo and feed.version == "atom10", "%s: %s" % (path, feed.get("bozo_exception"))
        assert feed.feed.id and feed.feed.updated_parsed and feed.feed.title, path
        assert len({entry.id for entry in feed.entries}) == len(feed.entries), path
        for entry in feed.entries:
            assert entry.updated_parsed and entry.title, path
            page = entry.link.split("#")[0]
            assert page.startswith(BASE) and os.path.exists(os.path.join(site, page[len(BASE):])), entry.link
    with open(os.path.join(site, "robots.txt"), encoding="utf-8") if paths else open(os.devnull) as file:
        assert not paths or "Disallow: /d/data/" in file.read()
    return "%d feeds" % len(paths)


def database(site):
    """SQLite as Python has it finds what the data has, by keys and by words."""
    path = os.path.join(site, "data", "dossier.sqlite")
    if not os.path.exists(path):
        return "no database"
    base = sqlite3.connect("file:%s?mode=ro" % path, uri=True)
    one = lambda query, *values: base.execute(query, values).fetchone()[0]
    assert one("PRAGMA integrity_check") == "ok"
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    files = [line for line in lines(site, "documents") if line["story"] is None]
    for name, wanted in (("documents", files), ("events", lines(site, "events")), ("actors", lines(site, "actors")),
                         ("quotations", lines(site, "quotations")), ("reported", lines(site, "reported")), ("agreements", lines(site, "agreements"))):
        assert one("SELECT count(*) FROM %s" % name) == len(wanted), name
        if name in ("documents", "events", "quotations"):
            # How Datasette finds the search of a table.
            found = base.execute("SELECT name FROM sqlite_master WHERE rootpage = 0 AND "
                                 "sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"" + name + "\"%'").fetchall()
            assert found == [(name + "_fts",)], name
    targets = {row[2] for table in ("event_actors", "quotations") for row in base.execute("PRAGMA foreign_key_list(%s)" % table)}
    assert targets == {"events", "actors", "documents"}, targets
    shown = [event for event in lines(site, "events") if event["summary"]]
    if shown:
        word = max(re.findall(r"[a-z]+", shown[0]["summary"].lower()), key=len)
        hits = one("SELECT count(*) FROM events_fts WHERE events_fts MATCH ?", word)
        assert 0 < hits <= len(shown), word
    base.close()
    return "a database of %d events" % len(shown)


CHECKS = [tables, citations, linked, calendar, slides, networks, feeds, database]


def main():
    failed = 0
    for site in sys.argv[1:]:
        for check in CHECKS:
            try:
                print("%s: %s" % (site, check(site)))
            except AssertionError as error:
                failed += 1
                print("%s: FAILED: %s: %s" % (site, check.__name__, error))
    print("readers: %d failed" % failed)
    return 1 if failed or len(sys.argv) < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
