#!/usr/bin/env python3
"""Measures the built program on generated stories, next to installed programs of the same kind.

    bench.py PROGRAM [--sizes 1k,10k,100k] [--only read,search,index,refresh,crowd,peers,large,slow]
             [--work DIR] [--json FILE]

The stories are made once in the work directory and reused. Compare figures only with others of the same run.
"""

import argparse
import json
import os
import pathlib
import shutil
import sys
import tempfile

from measuring import large, ours, peers, search, slow
from measuring.corpus import Corpus

SECTIONS = ("read", "search", "index", "refresh", "crowd", "peers")
# Measured only on request: "large" writes 1.3 GB, "slow" takes a minute of waiting.
# From this size on, one file of records: a million files would be another measurement.
RECORDS_FROM = 200_000
# The sample stories.
SAMPLE = str(pathlib.Path(__file__).resolve().parents[2] / "Content")


def size(text):
    units = {"k": 1_000, "m": 1_000_000}
    return int(text[:-1]) * units[text[-1].lower()] if text[-1].lower() in units else int(text)


def table(title, rows):
    """Prints rows of figures, with one column for each name that any row has."""
    columns = list(dict.fromkeys(name for row in rows.values() for name in row))
    print(f"\n{title}")
    width = max(len(name) for name in rows)
    print(" " * width, *(f"{name:>{max(8, len(name))}}" for name in columns), sep="  ")
    for name, row in rows.items():
        cells = (
            f"{row[column]:.2f}" if column in row and row[column] is not None else "-" for column in columns
        )
        print(
            f"{name:<{width}}",
            *(f"{cell:>{max(8, len(column))}}" for cell, column in zip(cells, columns)),
            sep="  ",
        )
    sys.stdout.flush()
    return {title: rows}


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--sizes", default="1k,10k", help="numbers of stories, by commas")
    parser.add_argument("--only", default=",".join(SECTIONS), help="sections, by commas")
    parser.add_argument("--work", default=os.path.join(tempfile.gettempdir(), "newsroom-bench"))
    parser.add_argument("--readers", type=int, default=200)
    parser.add_argument("--clean", action="store_true", help="take the work directory away in the end")
    parser.add_argument("--json", help="also write the figures to this file")
    options = parser.parse_args()
    program, only = os.path.abspath(options.program), options.only.split(",")
    os.makedirs(options.work, exist_ok=True)
    results = {}
    read, index, refresh = {}, {}, {}
    if "large" in only:
        say("large files")
        results |= table("Large files", large.indexing(program, options.work))
    if "slow" in only:
        say("a slow line")
        with ours.Home(program, options.work) as home:
            home.run("index", "--quiet", SAMPLE)
            results |= table("9,600 baud, 300 ms", slow.measured(program, SAMPLE, home.environment))
    if not set(only) & set(SECTIONS):
        options.sizes = ""
    for count in map(size, filter(None, options.sizes.split(","))):
        corpus = Corpus(options.work, count)
        form = "jsonl" if count >= RECORDS_FROM else "markdown"
        say(f"{count} stories")
        library, megabytes = corpus.path(form), corpus.bytes(form) / 1e6
        if "index" in only:
            index[f"newsroom {count} {form}"] = ours.indexing(program, options.work, library, megabytes)
            index[f"bare FTS5 {count}"] = ours.bare_fts(options.work, corpus.texts(form))
            if "peers" in only and count < RECORDS_FROM:
                say("the indexers of others")
                index |= {
                    f"{name} {count}": row for name, row in peers.indexers(corpus, options.work).items()
                }
        with ours.Home(program, options.work) as home:
            if not {"read", "search", "refresh", "crowd"} & set(only):
                continue
            home.run("index", "--quiet", library)
            if "read" in only:
                say("reading")
                read[f"newsroom {count}"] = ours.reading(home, library, 0)
            if "search" in only:
                say("searching as it is typed")
                results |= table(f"Searching {count} stories, a key", search.searching(home, library))
            if "refresh" in only and form == "markdown":
                say("refreshing")
                again = min(home.run("index", "--quiet", library)[0] for _ in range(3))
                found = peers.find(library)
                refresh[f"{count}"] = {
                    "unchanged s": again, "find s": found, "ratio": again / found,
                    "ten landed s": ours.landing(home, library),
                    "first screen s": ours.first_screen(program, options.work, library)}
            if "crowd" in only and form == "markdown" and count >= 10_000:
                say(f"{options.readers} readers")
                results |= table(f"{options.readers} readers of {count} stories",
                                 {"newsroom": ours.crowd(home, library, options.readers)})
        if "peers" in only and "read" in only and count < RECORDS_FROM:
            say("the readers of others")
            others = {
                "newsboat": peers.newsboat(corpus, options.work),
                "sfeed_curses": peers.sfeed(corpus, options.work),
            }
            read |= {f"{name} {count}": row for name, row in others.items() if row}
    for title, rows in (("Reading", read), ("Indexing", index), ("Refreshing", refresh)):
        if rows:
            results |= table(title, rows)
    missing = [
        name
        for name in ("newsboat", "sfeed_curses", "notmuch", "recollindex", "omindex")
        if not peers.installed(name)
    ]
    if missing and "peers" in only:
        say(f"not installed: {', '.join(missing)}")
    if options.json:
        with open(options.json, "w") as file:
            json.dump(results, file, indent=2)
    if options.clean:
        shutil.rmtree(options.work)


if __name__ == "__main__":
    main()
