#!/usr/bin/env python3
"""Measures how well saved pages are read.

    measure-html.py READER CORPUS [--misses]

READER is the built program; it is run once a page, as `READER show --every --json --format html FILE`, which prints
one JSON object a line for each story. CORPUS is a folder with one folder a page: `source.html`, the article expected
of it as `expected.html`, and what is expected of its head as `expected-metadata.json` (the layout of Readability's
test pages). Nothing but Python's own library is needed.

Printed are, over all pages:
- F1 of words: lower-cased words as a multiset, the body's text against the text of the expected page; mean and least;
- the share of headlines that are equal, case and blanks folded; and that are, once an expected site's name at either
  end is left aside;
- the share of bylines, among pages that expect one, where each of ours stands in the expected line or the other way;
- pages a second of the whole run, a process a page.

`--misses` adds a line for each page whose F1 is under 0.98 or whose headline or byline differs.
"""

import collections
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import time

BLOCKS = set(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img legend li main menu nav ol option p pre"
    " section summary table tbody td tfoot th thead tr ul video".split()
)
SILENT = {"script", "style", "noscript", "template", "svg"}
SEPARATORS = [" | ", " - ", " – ", " — ", " :: ", ": ", " · ", " » ", " / "]


class Text(html.parser.HTMLParser):
    """The text of a page, blocks apart."""

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


def main():
    arguments = [each for each in sys.argv[1:] if not each.startswith("--")]
    if len(arguments) != 2:
        sys.exit(__doc__)
    reader, corpus = arguments
    misses = "--misses" in sys.argv
    pages = sorted(each.parent for each in pathlib.Path(corpus).glob("*/source.html"))
    if not pages:
        sys.exit(f"no pages in {corpus}")
    scores, titles, loosely, bylines, seconds = [], 0, 0, [], 0.0
    for page in pages:
        expected = json.loads((page / "expected-metadata.json").read_text(encoding="utf-8"))
        begun = time.monotonic()
        run = subprocess.run(
            [reader, "show", "--every", "--json", "--format", "html", str(page / "source.html")],
            capture_output=True, timeout=60,
        )
        seconds += time.monotonic() - begun
        stories = [json.loads(line) for line in run.stdout.splitlines() if line.strip()]
        body = "\n".join(block["text"] for story in stories for block in story["body"])
        wanted = text_of((page / "expected.html").read_text(encoding="utf-8"))
        score = f1(words(body), words(wanted))
        scores.append(score)
        headline = stories[0]["headline"] if stories else ""
        title, site = expected.get("title"), expected.get("siteName")
        is_title = folded(headline) == folded(title)
        is_loosely = is_title or without_site(headline, site) == without_site(title, site)
        titles += is_title
        loosely += is_loosely
        names = [folded(each) for each in stories[0]["bylines"]] if stories else []
        line = folded(expected.get("byline"))
        is_byline = bool(names) and all(each in line or line in each for each in names)
        if line:
            bylines.append(is_byline)
        if misses and score < 0.98:
            print(f"{page.name}: F1 {score:.4f}, {words(body).total()} words of {words(wanted).total()}")
        if misses and not is_title:
            print(f"{page.name}: headline “{headline}”, expected “{title}”{' (site)' if is_loosely else ''}")
        if misses and line and not is_byline:
            print(f"{page.name}: bylines {names}, expected “{line}”")
        if misses and not line and names:
            print(f"{page.name}: bylines {names}, none expected")
    count = len(pages)
    print(f"F1 of words: mean {sum(scores) / count:.4f}, least {min(scores):.4f}, {count} pages")
    print(f"headlines: {titles}/{count} equal, {loosely}/{count} without the site's name")
    print(f"bylines: {sum(bylines)}/{len(bylines)}")
    print(f"{count / seconds:.1f} pages a second, a process each")


if __name__ == "__main__":
    main()
