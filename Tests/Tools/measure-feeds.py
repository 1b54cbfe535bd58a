#!/usr/bin/env python3
"""Measures how much of a set of feeds the reader gets right.

    measure-feeds.py READER CORPUS... [--failures FILE]

READER is the built program; it runs as `READER show --every --json FILE`, which prints one JSON object per
story, and the file's problems to standard error. A CORPUS is a directory of either kind:

- files with the expected result in JSON beside them (FEED.xml and FEED.json, or FEED.json and
  FEED_expected.json), like the test data of the gofeed library: every expected field of every item is
  compared;
- files with `Expect: SomeMessage{element:x,parent:y}` in a comment, like the test cases of the W3C feed
  validator: what a reader (not a validator) owes to such a file is compared with a plain reading by Python's
  XML parser: each item a story, its title, link and id, dates that are called valid, and a problem if the XML
  is broken.

Prints a table of shares. If the feedparser library is installed, a second table says how many of the fields
that it finds in the same files the reader has too. --failures writes a line per failure: field, file,
expected, found.
"""

import argparse
import collections
import concurrent.futures
import datetime
import email.utils
import html
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from urllib.parse import urljoin

from measuring import feedparser_like

FEED_ENDINGS = (".xml", ".rss", ".rdf", ".atom", ".json")


# ---------------------------------------------------------------- running the reader

def read(reader, path):
    """The stories of a file, its problems, and whether the program succeeded."""
    try:
        done = subprocess.run([reader, "show", "--every", "--json", path], capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return [], ["took more than 60 seconds"], False
    stories = []
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        try:
            stories.append(json.loads(line))
        except ValueError:
            return stories, ["printed a line that is no JSON"], False
    problems = done.stderr.decode("utf-8", "replace").strip().splitlines()
    for story in stories:
        problems += [problem.get("reason", "") for problem in story.get("problems", [])]
    return stories, problems, done.returncode >= 0 and done.returncode not in (132, 134, 139)


# ---------------------------------------------------------------- comparing

def plain(text):
    """Words without tags, with references decoded; done twice for text that was encoded twice."""
    for _ in range(2):
        text = re.sub(r"<!--.*?-->|<(script|style)\b.*?</\1>|</?[a-zA-Z][^<>]{0,500}>", " ", text, flags=re.S)
        text = html.unescape(text)
    return "".join(character for character in text.lower() if character.isalnum())


def words_of(story):
    parts = [story.get("standfirst") or ""] + [block.get("text", "") for block in story.get("body", [])]
    return plain(" ".join(parts))


def same_address(one, other):
    def tidy(address):
        return (address or "").strip().split("#")[0].rstrip("/").lower()
    return tidy(one) == tidy(other)


def moment(text):
    if not text:
        return None
    text = text.strip().replace(" ", "T", 1) if re.match(r"\d{4}-\d\d-\d\d ", text.strip()) else text.strip()
    text = re.sub(r"\.\d+", "", text).replace("Z", "+00:00")
    try:
        found = datetime.datetime.fromisoformat(text)
    except ValueError:
        try:
            found = email.utils.parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):
            return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=datetime.timezone.utc)
    return int(found.timestamp())


def fingerprint(text):
    """The program's StoryID of an identifier: FNV-1a in 128 bits, both halves combined by XOR."""
    value = 0x6C62272E07BB014262B821756295C58D
    for byte in text.encode():
        value = ((value ^ byte) * ((1 << 88) | 0x13B)) % (1 << 128)
    return "%016x" % ((value & (2**64 - 1)) ^ (value >> 64))


def has_name(story, guid, feeds):
    """Whether a story's id comes from a guid, as given or made unique by its feed's page, address or title."""
    names = [guid] + [f"{feed}#{guid}" for feed in feeds if feed]
    if story.get("url"):
        names.append(f"{story['url']}#{guid}")
    identifier = story.get("identifier")
    return identifier in names if identifier else story.get("id") in map(fingerprint, names)


# ---------------------------------------------------------------- expected results beside the file

def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def people(item):
    """The names expected as bylines; a bare mail address is no name."""
    names = []
    for person in listed(item.get("authors")) + listed(item.get("author")) + listed(item.get("contributors")):
        name = person.get("name") if isinstance(person, dict) else person
        if isinstance(name, str):
            name = re.sub(r"[<(\[]?\S+@\S+?[>)\]]?(?=\s|$|\()", " ", name).strip(" ()")
        if name and plain(name) not in map(plain, names):
            names.append(name)
    return names


def labels(item):
    found = []
    for category in listed(item.get("categories")) + listed(item.get("tags")):
        name = category.get("label") or category.get("term") if isinstance(category, dict) else category
        if name:
            found.append(name)
    return found


def page_of(item):
    """The address of the item's page: RSS and the common model say "link", Atom has relations, JSON Feed "url"."""
    if item.get("link") or item.get("url"):
        return item.get("link") or item.get("url")
    for link in listed(item.get("links")):
        if isinstance(link, str):
            return link
        if link.get("rel") in (None, "", "alternate") and link.get("href"):
            return link["href"]
    return None


def text_of(item):
    texts = []
    for name in ("content", "content_html", "content_text", "description", "summary"):
        value = item.get(name)
        if isinstance(value, dict):
            kind = value.get("type") or ""
            value = value.get("value") if not re.match(r"(image|audio|video)/", kind) else None
        if isinstance(value, str) and plain(value):
            texts.append(value)
    return texts


def compare_beside(expected, stories):
    """(field, expected, found, met) for each field expected of each item."""
    items = listed(expected.get("items")) or listed(expected.get("entries"))
    items = [item for item in items if isinstance(item, dict)]
    told = [
        item
        for item in items
        if any(
            item.get(name)
            for name in (
                "title",
                "link",
                "links",
                "url",
                "guid",
                "id",
                "content",
                "content_html",
                "content_text",
                "description",
                "summary",
                "authors",
                "author",
                "categories",
                "tags",
                "published",
                "pubDate",
                "updated",
            )
        )
    ]
    if told:
        yield "stories", len(told), len(stories), len(told) == len(stories)
    feeds = [expected.get(name) for name in ("link", "home_page_url", "feedLink", "feed_url", "title")]
    feeds += [link.get("href") for link in listed(expected.get("links")) if isinstance(link, dict)]
    for item, story in zip(told, stories):
        if item.get("title"):
            yield ("title", item["title"], story.get("headline"),
                   plain(item["title"]) == plain(story.get("headline") or ""))
        page = page_of(item)
        if page:
            yield "link", page, story.get("url"), same_address(page, story.get("url"))
        guid = item.get("guid") or item.get("id")
        guid = guid.get("value") if isinstance(guid, dict) else guid
        if guid:
            yield "guid", guid, story.get("identifier") or story.get("id"), has_name(story, guid, feeds)
        dates = [moment(story.get("published")), moment(story.get("updated"))]
        for field, names in (("published", ("published", "pubDate", "date_published")),
                             ("updated", ("updated", "date_modified"))):
            written = next((item[name] for name in names if item.get(name)), None)
            if written:
                yield field, written, [story.get("published"), story.get("updated")], moment(written) in dates
        if any(item.get(name) for name in ("authors", "author", "contributors")):
            names = people(item)
            found = story.get("bylines", [])
            yield "authors", names, found, sorted(map(plain, names)) == sorted(map(plain, found))
        if labels(item):
            found = [plain(tag) for tag in story.get("tags", [])]
            yield (
                "categories",
                labels(item),
                story.get("tags"),
                all(plain(name) in found for name in labels(item)),
            )
        texts = text_of(item)
        if texts:
            found = words_of(story)
            yield "text", texts, found[:200], any(plain(text) in found for text in texts[:1])
        if expected.get("title") and not item.get("source"):
            found = (story.get("wire") or {}).get("provider")
            yield "feed title", expected["title"], found, plain(expected["title"]) == plain(found or "")


def beside(path):
    """The file with a feed's expected result; None if there is none."""
    stem, ending = os.path.splitext(path)
    candidate = stem + ("_expected.json" if ending == ".json" else ".json")
    return candidate if not stem.endswith("_expected") and os.path.exists(candidate) else None


# ---------------------------------------------------------------- expected results in a comment

EXPECT = re.compile(rb"Expect:\s*(!?)(\w+)\s*(?:\{([^}]*)\})?")
BROKEN = {"SAXError", "UnicodeError", "UndefinedNamedEntity"}


def local(element):
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def items_in(root):
    """The items and entries of a feed, except those inside others."""
    if local(root) in ("entry", "item"):
        return [root]
    found = []
    for child in root:
        if local(child) in ("item", "entry"):
            found.append(child)
        elif local(child) in ("channel", "items"):
            found += items_in(child)
    return found


def own(element, name):
    """The first child of that name in the element's own vocabulary that has a text."""
    space = element.tag.rsplit("}", 1)[0] if "}" in element.tag else ""
    for child in element:
        if local(child) == name and (child.tag.rsplit("}", 1)[0] if "}" in child.tag else "") == space:
            text = "".join(child.itertext()).strip()
            if text:
                return text
    return None


def base_of(root):
    return root.get("{http://www.w3.org/XML/1998/namespace}base") or ""


def compare_inside(content, stories, problems):
    mark = EXPECT.search(content)
    name = mark.group(2).decode() if mark else ""
    fields = dict(re.findall(r"(\w+):([\w:]+)", (mark.group(3) or b"").decode())) if mark else {}
    denied = bool(mark and mark.group(1))
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError):
        if name in BROKEN and not denied:
            # A problem is due if something may be lost, not if all could be repaired (an undeclared prefix).
            met = bool(problems or stories or not re.search(rb"<(item|entry)\b", content))
            yield "broken XML read", name, problems[:2], met
        return
    if local(root) not in ("rss", "feed", "RDF", "Channel", "entry"):
        return
    items = items_in(root)
    if not items:
        return
    full = [item for item in items if len(item) or item.attrib]
    # An entry that appears twice is one story.
    names = {own(item, "guid") or own(item, "id") or str(place) for place, item in enumerate(full)}
    yield "items are stories", len(names), len(stories), len(stories) in (len(names), len(full))
    if len(stories) != len(full):
        return
    for item, story in zip(full, stories):
        title = own(item, "title")
        if title and plain(title):
            yield "titles", title, story.get("headline"), plain(title) == plain(story.get("headline") or "")
        link = own(item, "link") if local(item) == "item" else None
        if link and re.match(r"https?://[^\s]+$", link):
            yield (
                "links",
                link,
                story.get("url"),
                (
                    same_address(urljoin(base_of(root), link), story.get("url"))
                    or "origLink" in content.decode("latin-1")
                ),
            )
        if name.startswith(("Valid", "Problematical")) and "Date" in name and not denied and \
                fields.get("parent") in ("item", "entry", None) and fields.get("element") in (
                    "pubDate", "dc:date", "published", "updated", "dcterms:modified", "dcterms:issued"):
            if own(item, fields["element"]) or ":" in fields["element"]:
                yield "valid dates", fields["element"], story.get("published"), bool(story.get("published"))


# ---------------------------------------------------------------- the table

def measure(reader, path):
    stories, problems, ended_well = read(reader, path)
    results = [("ends well", True, problems[:1], ended_well)]
    like = []
    with open(path, "rb") as file:
        content = file.read()
    if feedparser_like.feedparser and not path.endswith(".json"):
        like = list(feedparser_like.compare(content, stories, moment, has_name))
    expectation = beside(path)
    if expectation:
        try:
            with open(expectation, encoding="utf-8") as file:
                expected = json.load(file)
        except ValueError:
            return results, like
        if isinstance(expected, dict):
            results += compare_beside(expected, stories)
    elif not path.endswith(".json"):
        results += compare_inside(content, stories, problems)
    return results, like


def count(table, results, path, failures):
    for field, expected, found, met in results:
        row = table.setdefault(field, [0, 0])
        row[0] += met
        row[1] += 1
        if failures and not met:
            failures.write(f"{field}\t{path}\t{expected!r}\t{found!r}\n")


def show(title, table):
    print(title)
    for field, (met, all_of_them) in table.items():
        print(f"  {field:20} {met:5} of {all_of_them:5}  {100 * met / all_of_them:5.1f} %")


def feeds_in(corpus):
    for folder, _, names in sorted(os.walk(corpus)):
        for name in sorted(names):
            path = os.path.join(folder, name)
            stem, ending = os.path.splitext(path)
            if ending not in FEED_ENDINGS:
                continue
            # A JSON file is a feed if it has an expected result, or is not one itself.
            if (
                ending == ".json"
                and not beside(path)
                and (
                    stem.endswith("_expected")
                    or any(os.path.exists(stem + other) for other in FEED_ENDINGS[:4])
                )
            ):
                continue
            yield path


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("reader")
    arguments.add_argument("corpora", nargs="+")
    arguments.add_argument("--failures", help="where to write what was not met, a line each")
    arguments = arguments.parse_args()
    failures = open(arguments.failures, "w", encoding="utf-8") if arguments.failures else None
    for corpus in arguments.corpora:
        paths = list(feeds_in(corpus))
        if not paths:
            sys.exit(f"no feeds in {corpus}")
        table, like = collections.OrderedDict(), collections.OrderedDict()
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            measured = pool.map(lambda path: measure(arguments.reader, path), paths)
            for path, (results, alike) in zip(paths, measured):
                count(table, results, path, failures)
                count(like, alike, path, failures)
        show(f"{corpus}: {len(paths)} files", table)
        if like:
            like["all"] = [sum(row[0] for row in like.values()), sum(row[1] for row in like.values())]
            show(f"{corpus}: as feedparser {feedparser_like.feedparser.__version__} has it", like)


if __name__ == "__main__":
    main()
