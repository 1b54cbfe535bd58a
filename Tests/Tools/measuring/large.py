"""Very large files: a feed, a mailbox, an archive of records."""

import base64
import importlib.util
import itertools
import json
import os
import random
import subprocess
import sys
import time
from email.utils import formatdate

from . import corpus
from .ours import Home

MEGABYTE = 1_000_000
# The files: form, size in megabytes, name.
FILES = (("rss", 50, "archive.rss"), ("mbox", 200, "archive.mbox"), ("jsonl", 1_000, "archive.jsonl"))


def endless():
    """Numbered stories, with paragraphs drawn from a stock of twenty thousand."""
    words = corpus.Words(7)
    source = words.random
    store = [" ".join(words.draw(source.randrange(30, 70))).capitalize() + "." for _ in range(20_000)]
    writers = [" ".join(words.draw(2)).title() for _ in range(2_000)]
    for number in itertools.count():
        yield number, {
            "title": " ".join(words.draw(7)).capitalize(),
            "author": source.choice(writers),
            "section": f"Desk {number % 20}",
            "tags": [f"tag{source.randrange(500)}"],
            "language": "en",
            "seconds": corpus.BEGINNING + number * 600,
            "blocks": source.sample(store, source.randrange(4, 11)),
        }


def as_item(number, story):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in story["blocks"])
    return (
        f"<item>\n<title>{story['title']}</title>\n<link>https://news.example/{number}</link>\n"
        "<guid"
        f' isPermaLink="false">urn:example:{number}</guid>\n'
        f'<pubDate>{formatdate(story["seconds"])}</pubDate>\n'
        f"<dc:creator>{story['author']}</dc:creator>\n<category>{story['tags'][0]}</category>\n"
        f"<description>{story['blocks'][0][:150]}</description>\n"
        f"<content:encoded><![CDATA[{text}]]></content:encoded>\n</item>\n"
    )


def as_message(number, story):
    """One third text, the rest a picture."""
    text = "\n\n".join(story["blocks"])
    head = (f"From desk@news.example {time.strftime('%a %b %d %H:%M:%S %Y', time.gmtime(story['seconds']))}\n"
            f"From: {story['author']} <desk@news.example>\nTo: list@news.example\nSubject: {story['title']}\n"
            f"Date: {formatdate(story['seconds'])}\nMessage-ID: <{number}@news.example>\nMIME-Version: 1.0\n")
    if number % 10:
        return head + f"Content-Type: text/plain; charset=utf-8\n\n{text}\n\n"
    picture = base64.encodebytes(random.Random(number).randbytes(40_000)).decode()
    return (
        head
        + "Content-Type: multipart/mixed; boundary=cut\n\n--cut\nContent-Type: text/plain;"
        f" charset=utf-8\n\n{text}\n--cut\nContent-Type: image/jpeg;"
        f" name=picture.jpg\nContent-Transfer-Encoding: base64\n\n{picture}--cut--\n\n"
    )


def as_record(number, story):
    record = {key: story[key] for key in ("title", "author", "section", "tags", "language")}
    return json.dumps(record | {"id": f"urn:example:{number}", "date": corpus.moment(story["seconds"]),
                                "text": "\n\n".join(story["blocks"])}) + "\n"


HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/">\n<channel>\n<title>Archive</title>\n'
    "<link>https://news.example/</link>\n<description>Everything</description>\n<language>en</language>\n"
)
FORMS = {
    "rss": (HEAD, as_item, "</channel>\n</rss>\n"),
    "mbox": ("", as_message, ""),
    "jsonl": ("", as_record, ""),
}


def write(form, megabytes, path):
    """Writes a file of this size, once."""
    if os.path.exists(path) and os.path.getsize(path) >= megabytes * MEGABYTE:
        return
    head, written, tail = FORMS[form]
    size = 0
    with open(path + ".part", "w") as file:
        file.write(head)
        for number, story in endless():
            size += file.write(written(number, story))
            if size >= megabytes * MEGABYTE:
                break
        file.write(tail)
    os.rename(path + ".part", path)


def spent(command, environment):
    """Seconds, CPU seconds, peak memory in megabytes, and whether it finished."""
    began = time.monotonic()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {child.returncode}")
    return {
        "s": time.monotonic() - began,
        "cpu s": usage.ru_utime + usage.ru_stime,
        "peak MB": usage.ru_maxrss / 1024,
    }


def indexing(program, work, files=FILES):
    """One row per file, next to feedparser if it is installed."""
    rows = {}
    for form, megabytes, name in files:
        folder = os.path.join(work, f"large-{form}-{megabytes}")
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, name)
        write(form, megabytes, path)
        with Home(program, work) as home:
            row = spent([program, "index", "--quiet", folder], home.environment)
            row["index/text"] = home.index_bytes() / os.path.getsize(path)
            row["unchanged s"] = spent([program, "index", "--quiet", folder], home.environment)["s"]
            rows[f"newsroom {megabytes} MB {form}"] = row
        if form == "rss" and importlib.util.find_spec("feedparser"):
            command = [sys.executable, "-c", "import feedparser, sys; feedparser.parse(sys.argv[1])", path]
            rows[f"feedparser {megabytes} MB {form}"] = spent(command, dict(os.environ))
    return rows


def main():
    """Only writes the files: large.py FOLDER FORM MEGABYTES."""
    folder, form, megabytes = sys.argv[1:4]
    os.makedirs(folder, exist_ok=True)
    write(form, int(megabytes), os.path.join(folder, f"archive.{form}"))


if __name__ == "__main__":
    main()
