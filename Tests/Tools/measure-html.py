#!/usr/bin/env python3
"""Measures how well saved pages are read.

    measure-html.py READER CORPUS [--misses] [--alone]

READER is the built program; it runs once per page, as `READER show --every --json --format html FILE`, which
prints one JSON object per story. CORPUS is a folder with one folder per page: `source.html`, the expected
article as `expected.html`, and the expected head as `expected-metadata.json` (the layout of Readability's
test pages). Only Python's own library is needed. trafilatura, readability-lxml and resiliparse are measured
too, if installed; `--alone` leaves them out.

Prints, over all pages, one line per reader:
- F1 of words: lower-case words as a multiset, the body's text against the text of the expected page; mean and
  least;
- the share of headlines that are equal, ignoring case and spaces; and that are equal without a site's name at
  either end;
- the share of authors, among pages that expect some, where each found name is in the expected line or
  contains it;
- the share of dates whose day is the expected one, among pages that expect one;
- pages per CPU second: for the others the calls alone; for ours one process per page, including its start,
  and on a line of its own all pages in one process, including the index that it writes.

`--misses` adds a line for each of our pages whose F1 is under 0.98 or whose headline, byline or date differs.
"""

import collections
import html.parser
import json
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

from measuring import extractors

BLOCKS = set(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img legend li main"
    " menu nav ol option p pre section summary table tbody td tfoot th thead tr ul video".split()
)
SILENT = {"script", "style", "noscript", "template", "svg"}
SEPARATORS = [" | ", " - ", " – ", " — ", " :: ", ": ", " · ", " » ", " / "]


class Text(html.parser.HTMLParser):
    """The text of a page, with blocks separated."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.silent = [], 0

    def handle_starttag(self, tag, attributes):
        if tag in BLOCKS:
            self.parts.append("\n")
        if tag in SILENT:
            self.silent += 1

    def handle_startendtag(self, tag, attributes):
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.parts.append("\n")
        if tag in SILENT and self.silent:
            self.silent -= 1

    def handle_data(self, data):
        if not self.silent:
            self.parts.append(data)


def text_of(page):
    parser = Text()
    parser.feed(page)
    parser.close()
    return "".join(parser.parts)


def words(text):
    return collections.Counter(re.findall(r"\w+", text.lower()))


def f1(found, expected):
    if not found and not expected:
        return 1.0
    common = sum((found & expected).values())
    return 2 * common / (sum(found.values()) + sum(expected.values()))


def folded(text):
    return " ".join((text or "").lower().split())


def without_site(title, site):
    title, site = folded(title), folded(site)
    for separator in SEPARATORS if site else []:
        if title.endswith(separator + site):
            return title[: -len(separator + site)]
        if title.startswith(site + separator):
            return title[len(site + separator) :]
    return title


def day(date):
    """The day of a date as written, in its own zone."""
    found = re.match(r"\d{4}-\d{2}-\d{2}", date or "")
    return found.group() if found else None


class Page:
    """A page of the corpus, and what is expected of it."""

    def __init__(self, folder):
        self.name = folder.name
        self.file = folder / "source.html"
        self.head = json.loads((folder / "expected-metadata.json").read_text(encoding="utf-8"))
        self.words = words(text_of((folder / "expected.html").read_text(encoding="utf-8")))


class Tally:
    """The totals of one reader."""

    def __init__(self, name):
        self.name, self.scores, self.seconds, self.failed = name, [], 0.0, 0
        self.titles, self.loose, self.authors, self.dates = [], [], [], []

    def add(self, page, found, misses=False):
        lines = []
        score = f1(words(found.text), page.words)
        self.scores.append(score)
        if score < 0.98:
            lines.append(f"F1 {score:.4f}, {words(found.text).total()} words of {page.words.total()}")
        title, site = page.head.get("title"), page.head.get("siteName")
        if found.title is not None:
            same = folded(found.title) == folded(title)
            loose = same or without_site(found.title, site) == without_site(title, site)
            self.titles.append(same)
            self.loose.append(loose)
            if not same:
                lines.append(f"headline “{found.title}”, expected “{title}”{' (site)' if loose else ''}")
        if found.author is not None:
            line = folded(page.head.get("byline"))
            names = [folded(each) for each in found.author.split(";") if each.strip()]
            right = bool(names) and all(each in line or line in each for each in names)
            if line:
                self.authors.append(right)
            if line and not right or names and not line:
                lines.append(f"bylines {names}, {f'expected “{line}”' if line else 'none expected'}")
        expected = day(page.head.get("publishedTime"))
        if found.date is not None and expected:
            self.dates.append(day(found.date) == expected)
            if not self.dates[-1]:
                lines.append(f"published {found.date or 'never'}, expected {expected}")
        if misses:
            for line in lines:
                print(f"{page.name}: {line}")

    def row(self):
        def share(these):
            return f"{sum(these)}/{len(these)}" if these else "-"

        mean, count = sum(self.scores) / len(self.scores), len(self.scores)
        least, speed = min(self.scores), count / self.seconds if self.seconds else 0
        failed = f", {self.failed} pages failed" if self.failed else ""
        return (
            f"{self.name:<17} {mean:.4f} {least:6.3f}  {share(self.titles):>7} {share(self.loose):>9}"
            f" {share(self.authors):>8} {share(self.dates):>7} {speed:12.1f}{failed}"
        )


HEADINGS = (
    f"{'':17} {'word F1':>7} {'least':>5}  {'titles':>7} {'less site':>9} {'authors':>8} {'dates':>7}"
    f" {'pages/CPU s':>12}"
)


def ours(reader, page):
    """What the program reads from a page in its own process, and that process's CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(
        [reader, "show", "--every", "--json", "--format", "html", str(page.file)],
        capture_output=True,
        timeout=60,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    stories = [json.loads(line) for line in run.stdout.splitlines() if line.strip()]
    if not stories:
        return extractors.Found("", "", "", ""), seconds
    first = stories[0]
    text = "\n".join(block["text"] for story in stories for block in story["body"])
    return (
        extractors.Found(text, first["headline"], ";".join(first["bylines"]), first["published"] or ""),
        seconds,
    )


def together(reader, pages):
    """Pages per CPU second where one process indexes all of them."""
    with tempfile.TemporaryDirectory() as folder:
        library = pathlib.Path(folder, "library")
        library.mkdir()
        for number, page in enumerate(pages):
            shutil.copyfile(page.file, library / f"{number}.html")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [reader, "index", "--index", str(pathlib.Path(folder, "index")), str(library)],
            capture_output=True,
            timeout=600,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return len(pages) / (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def theirs(name, read, pages):
    """What a library reads from all pages in this process, and the CPU seconds of reading alone."""
    tally = Tally(name)
    for page in pages:
        source = page.file.read_bytes()
        begun = time.process_time()
        try:
            found = read(source)
        except (
            Exception
        ):  # A library may fail in any way on a broken page; that is counted, and the run continues.
            found, tally.failed = extractors.Found(), tally.failed + 1
        tally.seconds += time.process_time() - begun
        tally.add(page, found)
    return tally


def main():
    arguments = [each for each in sys.argv[1:] if not each.startswith("--")]
    if len(arguments) != 2:
        sys.exit(__doc__)
    reader, corpus = arguments
    pages = [Page(each.parent) for each in sorted(pathlib.Path(corpus).glob("*/source.html"))]
    if not pages:
        sys.exit(f"no pages in {corpus}")
    tally = Tally("newsroom")
    for page in pages:
        found, seconds = ours(reader, page)
        tally.seconds += seconds
        tally.add(page, found, misses="--misses" in sys.argv)
    print(f"{len(pages)} saved pages")
    print(HEADINGS)
    print(tally.row())
    print(f"{'  in one process':<17} {together(reader, pages):65.1f}")
    found, missing = ({}, []) if "--alone" in sys.argv else extractors.installed()
    for name, read in found.items():
        print(theirs(name, read, pages).row())
    for name in missing:
        print(f"{name:<17} is not installed (pip install {name})")


if __name__ == "__main__":
    main()
