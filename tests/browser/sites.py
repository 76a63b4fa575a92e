#!/usr/bin/env python3
"""Builds the sites that the browser looks at: the sample, the five real documents, 300 articles, and a
small one to search in; for the readers of exports the five once more, with an address, a correction and a
database.

    tests/browser/sites.py --bin target/release/annalist --out FOLDER [--shared ../shared]
"""
import argparse
import json
import lzma
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.join(HERE, "..", "..")
ARTICLES = 300


def dossier(out, name):
    """An empty dossier's folder."""
    root = os.path.join(out, name)
    shutil.rmtree(root, ignore_errors=True)
    os.makedirs(os.path.join(root, "seeds"))
    with open(os.path.join(root, "annalist.toml"), "w") as file:
        file.write('title = "%s"\ncontact = "corrections@example.org"\n' % name)
    return root


def build(binary, root):
    run = subprocess.run([binary, "build", "--strict"], cwd=root, stderr=subprocess.PIPE, text=True)
    print(os.path.basename(root) + ":", run.stderr.strip())
    return run.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--shared", default=os.path.join(REPOSITORY, "..", "shared"))
    arguments = parser.parse_args()
    binary = os.path.abspath(arguments.bin)

    sample = dossier(arguments.out, "sample")
    for name in ("seeds", "authority"):
        shutil.copytree(os.path.join(REPOSITORY, name), os.path.join(sample, name), dirs_exist_ok=True)
    shutil.copy(os.path.join(REPOSITORY, "annalist.toml"), sample)

    five = dossier(arguments.out, "five")
    shutil.copytree(os.path.join(arguments.shared, "seeds"), os.path.join(five, "seeds"), dirs_exist_ok=True)

    articles = dossier(arguments.out, "articles")
    path = os.path.join(arguments.shared, "eval", "timelines", "bpoil", "articles.jsonl.xz")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in zip(range(ARTICLES), lines):
            article = json.loads(line)
            seed = os.path.join(articles, "seeds", "%03d.txt" % number)
            with open(seed, "w", encoding="utf-8") as file:
                file.write(article["text"])
            with open(seed + ".toml", "w") as file:
                file.write("published = %s\n" % article["date"])

    search = os.path.join(arguments.out, "search")
    shutil.rmtree(search, ignore_errors=True)
    shutil.copytree(os.path.join(HERE, "search"), search)

    # With an address it has feeds, and with corrections a page of them.
    based = dossier(arguments.out, "based")
    shutil.copytree(os.path.join(arguments.shared, "seeds"), os.path.join(based, "seeds"), dirs_exist_ok=True)
    with open(os.path.join(based, "annalist.toml"), "a") as file:
        file.write('base_url = "https://example.org/d/"\nsqlite = true\n')
    with open(os.path.join(based, "corrections.toml"), "w") as file:
        file.write('[[correction]]\ndate = 2024-06-28\nkind = "update"\ntext = "Words of an editor, <b>plain</b>."\n')

    return max(build(binary, root) for root in (sample, five, articles, search, based))


if __name__ == "__main__":
    sys.exit(main())
