"""The libraries that find articles in pages too, where they are installed; each reads a page's bytes into a `Found`."""

import dataclasses
import importlib
import logging
import re


@dataclasses.dataclass
class Found:
    """What was found in one page. A field that a tool does not give at all is None; "" is "none found"."""

    text: str = ""
    title: str | None = None
    author: str | None = None
    date: str | None = None


def decoded(page):
    """The page's text by the charset it declares, as a browser's would be; UTF-8 where it declares none."""
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
    """The extractors that can be had, and the names of those that can't."""
    found, missing = {}, []
    for name, load in EXTRACTORS.items():
        try:
            found[name] = load()
        except ImportError:
            missing.append(name)
    return found, missing
