"""Measurements of newsroom itself."""

import os
import shutil
import signal
import sqlite3
import statistics
import subprocess
import tempfile
import time

from .reader import Program, percentile, private_kilobytes

READY = b" unread"


class Home:
    """A home folder with its own index and marks, and the program in it."""

    def __init__(self, program, work):
        self.program = program
        self.folder = tempfile.mkdtemp(prefix="home-", dir=work)
        self.environment = {
            "HOME": self.folder, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TZ": "UTC",
            "XDG_CACHE_HOME": self.folder + "/cache", "XDG_STATE_HOME": self.folder + "/state",
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *arguments, limit=3600):
        """Seconds, peak memory in megabytes."""
        began = time.monotonic()
        child = subprocess.Popen([self.program, *arguments], env=self.environment, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise RuntimeError(f"{' '.join(arguments)} ended with {child.returncode}")
        return time.monotonic() - began, usage.ru_maxrss / 1024

    def index_bytes(self):
        folder = self.folder + "/cache/newsroom"
        return sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder))

    def open(self, library, size=(80, 24)):
        return Program([self.program, library], self.environment, size)


def reading(home, library, folded):
    """Start, keys, idling and memory with an existing index."""
    starts = []
    for _ in range(7):
        with home.open(library) as reader:
            starts.append((reader.until(READY) or float("nan")) * 1000)
            reader.settle()
    # With the list alone, and with two panes, in which every step also opens a story.
    figures = {"start ms": statistics.median(starts)}
    for name, size in (("list", (70, 24)), ("two panes", (100, 30))):
        with home.open(library, size) as reader:
            reader.until(READY)
            reader.settle(1.5)
            answers, cpu = reader.press([b"j"] * 200)
            figures[f"j cpu ms, {name}"] = cpu
            figures[f"j p99 ms, {name}"] = percentile(answers, 0.99)
            if name == "list":
                answers, _ = reader.press([b"G", b"g"] * 30)
                figures["Home/End p99 ms"] = percentile(answers, 0.99)
                dates = []
                for month in range(1, 13):
                    for key in (b"@", b"2016-%02d" % month):
                        reader.press([key])
                    answers, _ = reader.press([b"\r"])
                    dates += answers
                figures["date p99 ms"] = percentile(dates, 0.99)
                figures["wakeups/s"] = reader.wakeups(5)
                figures["private MB"] = private_kilobytes(reader.pid) / 1024
                figures["dirty MB"] = private_kilobytes(reader.pid, ("Private_Dirty",)) / 1024
    return figures


def indexing(program, work, library, megabytes):
    """Building the index, its size, and a refresh without changes."""
    with Home(program, work) as home:
        seconds, memory = home.run("index", "--quiet", library)
        size = home.index_bytes() / 1e6
        again, _ = home.run("index", "--quiet", library)
        return {"s": seconds, "MB/s": megabytes / seconds, "index/text": size / megabytes, "peak MB": memory,
                "unchanged s": again}


def bare_fts(work, texts):
    """The cost of SQLite's full text search alone for the same text, in its simplest form."""
    path = os.path.join(work, "bare.sqlite")
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
                           "CREATE VIRTUAL TABLE bare USING fts5(text, content='')")
    rows, size, seconds = [], 0, 0.0
    def write():
        began = time.monotonic()
        database.execute("BEGIN")
        database.executemany("INSERT INTO bare(rowid, text) VALUES (?, ?)", rows)
        database.execute("COMMIT")
        rows.clear()
        return time.monotonic() - began
    for number, text in enumerate(texts):
        size += len(text)
        rows.append((number + 1, text))
        if len(rows) == 10_000:
            seconds += write()
    seconds += write()
    database.close()
    stored = os.path.getsize(path) / size
    os.remove(path)
    return {"s": seconds, "MB/s": size / 1e6 / seconds, "index/text": stored}


def landing(home, library, count=10):
    """Seconds from the last write of some files until an open reader shows them."""
    folder = os.path.join(library, "landing")
    os.makedirs(folder, exist_ok=True)
    try:
        with home.open(library, (70, 24)) as reader:
            reader.until(READY)
            reader.settle(2)
            reader.screen = b""
            for number in range(count):
                with open(f"{folder}/{number}.md", "w") as file:
                    file.write(f"---\ntitle: Landed {number}\ndate: 2030-01-01\n---\n\nText\n")
            reader.began = time.monotonic()
            return reader.until(b"Landed", limit=30)
    finally:
        shutil.rmtree(folder)
        home.run("index", "--quiet", library)


def first_screen(program, work, library):
    """Seconds until the list of an unindexed directory shows stories."""
    with Home(program, work) as home, home.open(library) as reader:
        return reader.until(READY)


def crowd(home, library, readers=200):
    """Several readers of one index: the memory and wake-ups of each, and the writer's loss of speed."""
    alone, _ = home.run("index", "--quiet", "--index", home.folder + "/alone.sqlite", library)
    programs = []
    try:
        for _ in range(readers):
            programs.append(home.open(library))
        for program in programs:
            program.until(READY)
        for program in programs:
            program.settle(0.1, 5)
        time.sleep(2)
        weights = [private_kilobytes(program.pid) / 1024 for program in programs]
        wakeups = sum(program.wakeups(0.5) for program in programs[:10]) / 10
        beside, _ = home.run("index", "--quiet", "--index", home.folder + "/beside.sqlite", library)
    finally:
        for program in programs:
            program.__exit__()
    return {"MB each": statistics.mean(weights), "wakeups/s": wakeups, "writer's rate": alone / beside}
