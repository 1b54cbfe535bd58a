#!/usr/bin/env python3
"""Measures how a reader handles the IPTC's formats.

    measure-iptc.py READER CORPUS...

READER is the built program; it runs as `READER show --every --json FILE`, or with `--format NAME` before the
file if the file's name and bytes do not tell its format. It must print one JSON object per story, and the
file's problems to standard error. CORPUS is a directory of NITF, NewsML-G2 and ninjs files. The file itself
and the names of its folders tell what is expected: "should_fail", "not-valid" and "invalid" contain files
that break their standard, the others keep it.

Expected:
  valid      at least one story, each with a headline; version, date and text if the file has them; no problem
  invalid    a problem, of the story or of the file
  no story   (concepts, plans, events, catalogues) neither a story nor a crash
"""

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

OTHER_ITEMS = {"conceptItem", "knowledgeItem", "planningItem", "catalogItem"}
ITEMS = OTHER_ITEMS | {"newsItem", "packageItem", "newsMessage"}
INVALID = re.compile(r"should_fail|not-valid|not_valid|(^|/)invalid(/|$)")


def local(tag):
    return tag.split("}")[-1]


class Wanted:
    """What a file is, and what a reader must make of it."""

    def __init__(self, kind, name, story=True, fields=()):
        self.kind, self.format, self.story, self.fields = kind, name, story, set(fields)


def wanted_of_xml(path, is_invalid):
    try:
        root = tree.parse(path).getroot()
    except (tree.ParseError, UnicodeDecodeError, ValueError):
        return Wanted("invalid", "newsml") if is_invalid else None
    name = local(root.tag)
    if name == "nitf":
        fields = {"body"} if any(local(e.tag) == "p" for e in root.iter()) else set()
        return Wanted("invalid" if is_invalid else "valid", "nitf", fields=fields)
    if name not in ITEMS:
        return None
    if name in OTHER_ITEMS:
        return Wanted("no story", "newsml", story=False)
    items = [e for e in root.iter() if local(e.tag) in ("newsItem", "packageItem")]
    incomplete = any(i.get("guid") is None or not any(local(c.tag) == "itemMeta" for c in i) for i in items)
    incomplete = incomplete or any(
        local(e.tag) == "inlineXML" and len(e) == 0 for i in items for e in i.iter())
    fields = set()
    if all(i.get("version") for i in items):
        fields.add("version")
    if all(any(local(e.tag) == "versionCreated" for e in i.iter()) for i in items):
        fields.add("published")
    if all(any(local(e.tag) in ("p", "remoteContent", "itemRef") for e in i.iter()) for i in items):
        fields.add("body")
    named = any(local(e.tag) in ("headline", "title") for m in root.iter()
                if local(m.tag) in ("itemMeta", "contentMeta") for e in m)
    story = name != "packageItem" or named
    return Wanted(
        "invalid" if is_invalid or incomplete else "valid" if story else "no story", "newsml", story, fields
    )


def wanted_of_json(path, is_invalid):
    try:
        with open(path, encoding="utf-8-sig") as file:
            value = json.load(file)
    except (ValueError, RecursionError):
        return Wanted("invalid", "ninjs")
    items = value if isinstance(value, list) else [value]
    items = [{k.lower(): v for k, v in i.items()} for i in items if isinstance(i, dict)]
    if not items or "$schema" in items[0] or not (is_invalid or any("uri" in i for i in items)):
        return None
    if is_invalid:
        return Wanted("invalid", "ninjs")
    other = [i.get("type") in ("event", "planning") or
             ("type" not in i and ("eventdetails" in i or "plannedcoverage" in i)) for i in items]
    if all(other):
        return Wanted("no story", "ninjs", story=False)
    news = [i for i, no in zip(items, other) if not no]
    fields = set()
    if all(str(i.get("version", "")).isdigit() for i in news):
        fields.add("version")
    dates = [i.get("firstcreated") or i.get("versioncreated") for i in news]
    if all(isinstance(d, str) and d[:1] == "2" for d in dates):
        fields.add("published")
    if all(any(k == "bodies" or k.startswith("body_") for k in i) for i in news):
        fields.add("body")
    return Wanted("valid", "ninjs", fields=fields)


def run(reader, name, path):
    """The stories, the lines on standard error, and whether a signal ended the reader."""
    try:
        done = subprocess.run([reader, "show", "--every", "--json", "--format", name, path],
                              capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return [], "", True
    stories = []
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        try:
            stories.append(json.loads(line))
        except ValueError:
            pass
    return stories, done.stderr.decode("utf-8", "replace").strip(), done.returncode < 0


def faults(wanted, stories, said, died):
    if died:
        return ["crashed or never ended"]
    problems = [p["reason"] for s in stories for p in s.get("problems", [])]
    if wanted.kind == "no story":
        return ["gave a story"] if stories else []
    if wanted.kind == "invalid":
        return [] if problems or said else ["no problem reported"]
    found = []
    if not stories:
        return ["no story: " + said[:100]]
    for story in stories:
        if not story.get("headline"):
            found.append("no headline")
        for field in wanted.fields:
            value = (story.get("wire") or {}).get("version") if field == "version" else story.get(field)
            if value in (None, "", []):
                found.append("no " + field)
    if problems or said:
        found.append("a problem where there is none: " + (problems + [said])[0][:100])
    return found


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    reader = os.path.abspath(sys.argv[1])
    counts = {}
    for corpus in sys.argv[2:]:
        for folder, folders, names in os.walk(corpus):
            folders.sort()
            for name in sorted(names):
                path = os.path.join(folder, name)
                is_invalid = bool(INVALID.search(os.path.relpath(path, corpus)))
                if name.endswith((".xml", ".nitf")):
                    wanted = wanted_of_xml(path, is_invalid)
                elif name.endswith(".json"):
                    wanted = wanted_of_json(path, is_invalid)
                else:
                    continue
                if wanted is None:
                    continue
                found = faults(wanted, *run(reader, wanted.format, path))
                count = counts.setdefault((wanted.format, wanted.kind), [0, 0])
                count[0] += 1
                count[1] += not found
                if found:
                    print(f"{path}: {'; '.join(sorted(set(found)))}", file=sys.stderr)
    print(f"{'format':<10}{'files':<12}{'all':>6}{'as wanted':>12}")
    for (name, kind), (total, good) in sorted(counts.items()):
        print(f"{name:<10}{kind:<12}{total:>6}{good:>12}")


if __name__ == "__main__":
    main()
