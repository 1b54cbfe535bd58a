"""Measurements of installed programs that do some of the same."""

import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time

from .reader import Program, percentile, private_kilobytes


def installed(name):
    return shutil.which(name) is not None


def timed(command, environment, limit=3600):
    began = time.monotonic()
    subprocess.run(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=limit
    )
    return time.monotonic() - began


def folder_bytes(folder):
    return sum(
        os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(folder) for name in names
    )


def indexers(corpus, work):
    """Rows of seconds and sizes: notmuch on mail, omindex and recollindex on text."""
    rows = {}
    with tempfile.TemporaryDirectory(dir=work) as home:
        environment = {"HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        if installed("notmuch"):
            mail = corpus.path("mail")
            with open(home + "/.notmuch-config", "w") as file:
                file.write(
                    f"[database]\npath={mail}\n[user]\nname=x\n"
                    f"primary_email=x@news.example\n[new]\ntags=new\n"
                )
            shutil.rmtree(mail + "/.notmuch", ignore_errors=True)
            seconds = timed(["notmuch", "new", "--quiet"], environment)
            rows["notmuch"] = (
                seconds,
                corpus.bytes("mail") - folder_bytes(mail + "/.notmuch"),
                folder_bytes(mail + "/.notmuch"),
            )
            shutil.rmtree(mail + "/.notmuch", ignore_errors=True)
        if installed("omindex"):
            text = corpus.path("text")
            seconds = timed(["omindex", "--db", home + "/omega", "--url", "/", text], environment)
            rows["omindex"] = (seconds, corpus.bytes("text"), folder_bytes(home + "/omega"))
        if installed("recollindex"):
            text = corpus.path("text")
            os.makedirs(home + "/.recoll")
            with open(home + "/.recoll/recoll.conf", "w") as file:
                file.write(f"topdirs = {text}\n")
            seconds = timed(["recollindex", "-c", home + "/.recoll"], environment)
            rows["recoll"] = (seconds, corpus.bytes("text"), folder_bytes(home + "/.recoll/xapiandb"))
    return {name: {"s": seconds, "MB/s": size / 1e6 / seconds, "index/text": index / size}
            for name, (seconds, size, index) in rows.items()}


def newsboat(corpus, work):
    """Start, the list of one feed with all stories, and a step down in it."""
    if not installed("newsboat"):
        return None
    with tempfile.TemporaryDirectory(dir=work) as home:
        environment = {"HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        os.makedirs(home + "/.newsboat")
        with open(home + "/.newsboat/urls", "w") as file:
            file.write(f"file://{corpus.path('rss')}/feed.xml\n")
        timed(["newsboat", "-x", "reload"], environment)
        with Program(["newsboat"], environment) as program:
            start = program.until(b"Archive", 120)
            program.settle(1.0)
            began = time.monotonic()
            os.write(program.terminal, b"\r")
            opened = program.settle(2.0) - began
            answers, cpu = program.press([b"j"] * 100)
            return figures(program, start, opened, answers, cpu)


def sfeed(corpus, work):
    """The same for sfeed_curses, which loads lines as they are shown."""
    if not installed("sfeed_curses") or not installed("sfeed"):
        return None
    with tempfile.TemporaryDirectory(dir=work) as home:
        environment = {"HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "SFEED_LAZYLOAD": "1"}
        feed = home + "/archive"
        with open(corpus.path("rss") + "/feed.xml") as source, open(feed, "w") as file:
            subprocess.run(["sfeed"], stdin=source, stdout=file, env=environment)
        with Program(["sfeed_curses", feed], environment) as program:
            start = program.until(b"archive", 120)
            began = time.monotonic()
            opened = program.settle(1.0) - began
            answers, cpu = program.press([b"j"] * 100)
            return figures(program, start, opened, answers, cpu)


def figures(program, start, opened, answers, cpu):
    return {"start ms": (start or float("nan")) * 1000, "list ms": opened * 1000, "j cpu ms": cpu,
            "j p99 ms": percentile(answers, 0.99), "private MB": private_kilobytes(program.pid) / 1024,
            "wakeups/s": program.wakeups(5)}


def find(folder):
    """Seconds to list every file with size and time, the minimum for a refresh."""
    times = []
    for _ in range(3):
        began = time.monotonic()
        subprocess.run(["find", folder, "-printf", "%p %s %T@\n"], stdout=subprocess.DEVNULL)
        times.append(time.monotonic() - began)
    return statistics.median(times)
