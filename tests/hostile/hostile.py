#!/usr/bin/env python3
"""Hostile words in every place a dossier has: nothing may run in a page, nothing may be lost, no crash.

    tests/hostile/hostile.py --bin target/release/annalist [--shared ../shared] [--limit N]

Every string of the shared lists is a file's name (where the file system takes it), its title,
author, publisher, address and text: once as plain text with a sidecar, once as Markdown with front
matter, once with others in a saved page. The shared detector counts what is active in a page of the site. What a
page of the same kind of a harmless dossier has is the templates'; anything more fails.
Needs html5lib from PyPI.
"""
import argparse
import collections
import importlib.util
import json
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
CHUNK = 300
GROUP = 6
# Findings that say a file became no document.
NO_DOCUMENT = re.compile(r": (?:error|warning|info)\[(?:file-empty|file-binary|file-type-unknown)\]: ")
PROJECT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXTENSIONS = {".html", ".txt", ".css", ".jsonl", ".csv", ".json", ".xml", ".bib", ".ris", ".ics", ".gexf", ".graphml"}
# An actor or agreement of many events has a feed; a harmless dossier has none.
OWN_FEED = re.compile(r'<link rel="alternate" type="application/atom\+xml" title="[^"<>]*" href="[./a-z0-9:-]*feeds/(actors|agreements)/[a-z0-9-]+\.xml">')


# What pages have of the program's own: scripts of the search and of the filter, with the words they show, and a
# description as data, which has no `<`. They
# are taken out before the scan, so that they cannot hide another one.
OWN_SCRIPT = re.compile(r'<script src="(?:\.\./)*static/(?:search/[a-z]+|timeline)\.js" defer(?: data-[a-z-]+="[^"<>]*")*></script>')
OWN_DATA = re.compile(r'<script type="application/ld\+json">([^<]*)</script>')


def is_json(words):
    """True for one JSON value."""
    try:
        json.loads(words)
        return True
    except ValueError:
        return False


def foreign(text):
    """A page without what the program itself puts there."""
    text = OWN_DATA.sub(lambda data: "" if is_json(data.group(1)) else data.group(0), text)
    return OWN_SCRIPT.sub("", OWN_FEED.sub("", text))


def detector(shared):
    """The shared scan of a page."""
    path = os.path.join(shared, "eval", "hostile", "xss_detect.py")
    spec = importlib.util.spec_from_file_location("xss_detect", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.scan


def quoted(words):
    """A basic string of TOML, and a double-quoted one of YAML."""
    def escape(match):
        code = ord(match.group())
        return "\\u%04x" % code if code < 0x10000 else "\\U%08x" % code
    return '"%s"' % re.sub(r'[\x00-\x1f\x7f-\x9f"\\\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]', escape, words)


def usable(words):
    """Lone surrogates cannot be written to a file."""
    return words.encode("utf-8", "replace").decode("utf-8")


def statement(words, sign):
    url = words if len(words) % 2 else "https://example.org/" + words
    fields = [("title", words), ("author", words), ("publisher", words), ("url", url), ("published", "2021-05-06")]
    return "".join("%s%s%s\n" % (key, sign, quoted(value)) for key, value in fields)


def body(words):
    return ("%s\n\n“It is %s,” said Mr. Paul %s on 4 May 2021.\n" % (words, words, words))


def name_of(words, number, extension):
    """The string as the name of a file, where it can be one."""
    name = ("x" if words.startswith(".") else "") + words
    fits = name and len((name + extension + ".toml").encode()) <= 255
    return name if fits and "/" not in name and "\0" not in name else "n%d" % number


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        file.write(text)


def saved_page(group):
    """A saved page of several strings: the first are its title, its author and its address."""
    title, author, url = (group * 3)[:3]
    linked = json.dumps({"@type": "NewsArticle", "headline": author, "author": {"name": title}, "url": url})
    return ("<!DOCTYPE html><html><head><title>%s</title><meta name=\"author\" content=\"%s\"><link rel=canonical href=\"%s\">"
            "<script type=\"application/ld+json\">%s</script></head><body><article><h1>%s</h1><p>%s</p></article></body></html>"
            % (title, author, url, linked, author, "</p><p>".join(group)))


def write_seeds(folder, kind, strings):
    """A document a string, of saved pages one a group; returns how many."""
    if kind == "html":
        for at in range(0, len(strings), GROUP):
            write(folder, "n%d.html" % at, saved_page([words for _, words in strings[at:at + GROUP]]))
        return (len(strings) + GROUP - 1) // GROUP
    for number, words in strings:
        name = name_of(words, number, ".txt")
        if kind == "txt":
            write(folder, name + ".txt", body(words))
            write(folder, name + ".txt.toml", statement(words, " = "))
        else:
            fence, sign = ("+++", " = ") if number % 2 else ("---", ": ")
            write(folder, name + ".md", "%s\n%s%s\n\n%s\n" % (fence, statement(words, sign), fence, words or "Words."))
    return len(strings)


def page_kind(path):
    """documents/x.html and documents/y.html are of one kind."""
    return path.split("/")[0]


def build(binary, root):
    """Builds a dossier; returns the documents built, the findings' count of lost ones, and complaints."""
    run = subprocess.run([binary, "build", "--verbose", "--jobs", "1", "--no-cache", "--base-url", "https://example.org/d/"],
                         cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=600)
    said = run.stderr.decode("utf-8", "replace")
    if run.returncode != 0:
        return 0, 0, ["the build ended with %d: %s" % (run.returncode, said[-800:])]
    built = int(re.search(r"Built .*?: (\d+) documents?,", said).group(1))
    complaints = [] if "panicked" not in said else ["a panic: " + said[-800:]]
    return built, len(NO_DOCUMENT.findall(said)), complaints


def allowed(baseline, kind):
    """What the templates put into a page; a folder that the harmless dossier lacks has what its index has."""
    return baseline.get(kind) or baseline.get(kind + ".html", collections.Counter())


def is_script(path, text):
    """A script of the program's own, byte by byte, or a part of the search index: one call with plain values."""
    if path.startswith("static/search/") or path == "static/timeline.js":
        with open(os.path.join(PROJECT, path), encoding="utf-8") as file:
            return file.read() == text
    call = re.fullmatch(r'annalistSearch\("[a-z0-9/]+",(.*)\);?\n?', text, re.DOTALL)
    if not path.startswith("search/") or not path.endswith(".js") or not call:
        return False
    return is_json(call.group(1))


def scan_site(scan, root, baseline):
    """Pages of a site with more active constructs than the templates put there; files that are none of ours."""
    site, complaints, pages = os.path.join(root, "site"), [], 0
    for folder, _, names in os.walk(site):
        for name in names:
            full = os.path.join(folder, name)
            path = os.path.relpath(full, site)
            with open(full, encoding="utf-8", errors="replace") as file:
                text = file.read()
            is_known = os.path.splitext(name)[1] in EXTENSIONS or name in ("robots.txt", ".annalist-manifest.json")
            if not is_known and not is_script(path, text):
                complaints.append("a strange file: %r" % path)
            if name.endswith(".html"):
                pages += 1
                excess = collections.Counter(scan(foreign(text))) - allowed(baseline, page_kind(path))
                if excess:
                    complaints.append("%s: active: %s" % (path, dict(excess)))
            elif name.endswith((".xml", ".gexf", ".graphml")):
                try:
                    xml.etree.ElementTree.fromstring(text)
                except xml.etree.ElementTree.ParseError as error:
                    complaints.append("%s is no XML: %s" % (path, error))
    return pages, complaints


def harmless(binary, scan):
    """What the templates put into each kind of page: the most that a page of a harmless dossier has."""
    baseline = {}
    for kind in ("txt", "md", "html"):
        root = tempfile.mkdtemp(prefix="annalist-harmless-")
        os.makedirs(os.path.join(root, "seeds"))
        write(root, "annalist.toml", "")
        write_seeds(os.path.join(root, "seeds"), kind, [(n, "Plain words %d" % n) for n in range(CHUNK)])
        build(binary, root)
        site = os.path.join(root, "site")
        for folder, _, names in os.walk(site):
            for name in names[:4] if folder != site else names:
                if name.endswith(".html"):
                    full = os.path.join(folder, name)
                    with open(full, encoding="utf-8") as file:
                        found = collections.Counter(scan(foreign(file.read())))
                    key = page_kind(os.path.relpath(full, site))
                    baseline[key] = found if key not in baseline else baseline[key] & found
        shutil.rmtree(root)
    return baseline


def chunk(job):
    """Builds and scans one dossier of hostile documents."""
    binary, shared, kind, strings, baseline = job
    root = tempfile.mkdtemp(prefix="annalist-hostile-")
    try:
        os.makedirs(os.path.join(root, "seeds"))
        write(root, "annalist.toml", "")
        wanted = write_seeds(os.path.join(root, "seeds"), kind, strings)
        built, lost, complaints = build(binary, root)
        if not complaints and built + lost != wanted:
            complaints.append("%d documents, %d built, %d said to be none" % (wanted, built, lost))
        if sorted(os.listdir(root)) != ["annalist.toml", "seeds", "site"]:
            complaints.append("beside the site: %r" % sorted(os.listdir(root)))
        pages, found = scan_site(detector(shared), root, baseline)
        return built, pages, ["%s from %d: %s" % (kind, strings[0][0], words) for words in complaints + found]
    finally:
        shutil.rmtree(root, ignore_errors=True)


def hostile_names(binary, shared, baseline):
    """The folder of hostile names and kinds of files."""
    root = tempfile.mkdtemp(prefix="annalist-names-")
    script = os.path.join(shared, "eval", "hostile", "mk_hostile_names.sh")
    subprocess.run(["bash", script, os.path.join(root, "seeds")], check=True, stdout=subprocess.DEVNULL)
    write(root, "annalist.toml", "")
    built, _, complaints = build(binary, root)
    pages, found = scan_site(detector(shared), root, baseline)
    for folder, _, names in os.walk(os.path.join(root, "site")):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                if b"root:x:0:0" in file.read():
                    complaints.append("%s has the words of a file outside" % name)
    shutil.rmtree(root, ignore_errors=True)
    if built < 25:
        complaints.append("only %d of the files with hostile names were built" % built)
    return built, pages, ["hostile names: " + words for words in complaints + found]


def careless(binary, scan, baseline):
    """A template that writes a title as mark-up must be caught: else the scan proves nothing."""
    root = tempfile.mkdtemp(prefix="annalist-careless-")
    for name in ("seeds", "templates"):
        os.makedirs(os.path.join(root, name))
    write(root, "annalist.toml", "")
    write(os.path.join(root, "templates"), "document.html",
          '{% extends "base.html" %}{% block main %}<h1>{{ title.words | safe }}</h1>{% endblock main %}')
    write_seeds(os.path.join(root, "seeds"), "txt", [(0, "<script>alert(1)</script>")])
    complaints = build(binary, root)[2]
    caught = scan_site(scan, root, baseline)[1]
    shutil.rmtree(root)
    return complaints if caught else complaints + ["a careless template was not caught by the scan"]


def strings_of(shared):
    """Every string, once."""
    found = {}
    for path in ("strings/blns.json", "xss/all-payloads.json"):
        with open(os.path.join(shared, "eval", "hostile", path), encoding="utf-8") as file:
            for words in json.load(file):
                found.setdefault(usable(words), len(found))
    return [(number, words) for words, number in found.items()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "..", "shared"))
    parser.add_argument("--limit", type=int, default=None, help="only the first N strings")
    parser.add_argument("--kind", action="append", choices=["txt", "md", "html"], help="only this kind (repeatable)")
    arguments = parser.parse_args()
    binary, shared = os.path.abspath(arguments.bin), os.path.abspath(arguments.shared)
    started = time.time()
    strings = strings_of(shared)[:arguments.limit]
    baseline = harmless(binary, detector(shared))
    print("the templates put there:", {kind: dict(found) for kind, found in sorted(baseline.items())})
    jobs = [(binary, shared, kind, strings[at:at + CHUNK], baseline)
            for kind in arguments.kind or ("txt", "md", "html") for at in range(0, len(strings), CHUNK)]
    documents, pages, complaints = hostile_names(binary, shared, baseline)
    complaints += careless(binary, detector(shared), baseline)
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for done, (built, scanned, found) in enumerate(pool.imap_unordered(chunk, jobs), 1):
            documents, pages, complaints = documents + built, pages + scanned, complaints + found
            if done % 20 == 0:
                print("%d of %d dossiers, %d pages, %.0f s" % (done, len(jobs), pages, time.time() - started), flush=True)
    print("\n".join("failed: " + words for words in complaints[:40]))
    print("%d strings, %d documents, %d pages, %.0f s" % (len(strings), documents, pages, time.time() - started))
    print("hostile: %d passed, %d failed" % (len(jobs) + 2, len(complaints)))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
