"""Installed libraries that find articles in pages; each reads a page's bytes into a `Found`."""

import dataclasses
import importlib
import logging
import re


@dataclasses.dataclass
class Found:
    """What was found in one page. None: the tool does not look for the field; "": it found none."""

    text: str = ""
    title: str | None = None
    author: str | None = None
    date: str | None = None


def decoded(page):
    """The page's text, decoded by its declared charset as in a browser, or as UTF-8."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", page[:2048])
    try:
        return page.decode(declared.group(1).decode() if declared else "utf-8", "replace")
    except LookupError:
        return page.decode("utf-8", "replace")


def trafilatura():
    library = importlib.import_module("trafilatura")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)

    def read(page):
        whole = library.bare_extraction(page, include_comments=False, with_metadata=True)
        if whole is None:
            return Found("", "", "", "")
        whole = whole if isinstance(whole, dict) else whole.as_dict()
        return Found(*(whole.get(name) or "" for name in ("text", "title", "author", "date")))

    return read


def readability():
    library = importlib.import_module("readability")
    html = importlib.import_module("lxml.html")
    logging.getLogger("readability").setLevel(logging.CRITICAL)

    def read(page):
        document = library.Document(decoded(page))
        summary = document.summary()
        lines = html.fromstring(summary).itertext() if summary.strip() else []
        return Found(" ".join(lines), document.short_title() or "")

    return read


def resiliparse():
    extract = importlib.import_module("resiliparse.extract.html2text")
    parse = importlib.import_module("resiliparse.parse.html")

    def read(page):
        tree = parse.HTMLTree.parse(decoded(page))
        return Found(extract.extract_plain_text(tree, main_content=True), tree.title or "")

    return read


EXTRACTORS = {"trafilatura": trafilatura, "readability-lxml": readability, "resiliparse": resiliparse}


def installed():
    """The installed extractors, and the names of the others."""
    found, missing = {}, []
    for name, load in EXTRACTORS.items():
        try:
            found[name] = load()
        except ImportError:
            missing.append(name)
    return found, missing
