#!/usr/bin/env python3
"""Measures the built reader from outside, on a pty: start, keys, idling, refresh.

    bench.py PROGRAM [--stories 1000,10000] [--json]

Makes libraries of generated stories in a temporary directory (deterministic: the same words every time), indexes them
with PROGRAM, opens the reader on each, and types at it. Needs nothing but Python and Linux.
"""

import argparse
import fcntl
import json
import os
import pty
import random
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

SYLLABLES = "ba be bi bo da de di do fa fe fi ga ge gi ka ke ki la le li ma me mi na ne ni pa pe ra re ri sa se si ta te ti va ve".split()
DESKS = ["Harbour", "Nordic", "Culture", "Business", "Sport", "Science"]


def vocabulary(random_source, size=8000):
    return ["".join(random_source.choices(SYLLABLES, k=random_source.randint(1, 4))) for _ in range(size)]


def make_library(directory, count):
    """Writes `count` Markdown stories, words by Zipf's law, a hundred files a folder."""
    source = random.Random(count)
    words = vocabulary(source)
    weights = [1 / (rank + 1) for rank in range(len(words))]
    for number in range(count):
        text = source.choices(words, weights=weights, k=source.randint(80, 400))
        paragraphs = [" ".join(text[start:start + 50]).capitalize() + "." for start in range(0, len(text), 50)]
        day = time.gmtime(1_400_000_000 + number * 9000)
        folder = os.path.join(directory, f"{number // 100:04}")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, f"story-{number}.md"), "w") as file:
            file.write(f"---\ntitle: {' '.join(text[:6]).capitalize()} {number}\n")
            file.write(f"date: {time.strftime('%Y-%m-%dT%H:%M:%SZ', day)}\nsection: {source.choice(DESKS)}\n---\n")
            file.write("\n\n".join(paragraphs) + "\n")


class Reader:
    """The program on a pty of 120 by 40."""

    def __init__(self, program, library, environment):
        self.began = time.monotonic()
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.execve(program, [program, library], environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.screen = b""

    def read(self, quiet):
        """Reads until nothing came for `quiet` seconds; gives the bytes and the time of the last one."""
        output, last = b"", time.monotonic()
        while select.select([self.terminal], [], [], quiet)[0]:
            try:
                output += os.read(self.terminal, 65536)
            except OSError:
                break
            last = time.monotonic()
        return output, last

    def until(self, text, limit=120):
        """Milliseconds from the start until `text` was drawn."""
        while text not in self.screen:
            if time.monotonic() - self.began > limit:
                sys.exit(f"bench: {text!r} was never drawn")
            if select.select([self.terminal], [], [], 0.5)[0]:
                self.screen += os.read(self.terminal, 65536)
        return (time.monotonic() - self.began) * 1000

    def cpu(self):
        with open(f"/proc/{self.child}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def wakeups(self):
        total = 0
        for task in os.listdir(f"/proc/{self.child}/task"):
            with open(f"/proc/{self.child}/task/{task}/status") as file:
                total += sum(int(line.split()[1]) for line in file if "ctxt_switches" in line)
        return total

    def private_megabytes(self):
        with open(f"/proc/{self.child}/smaps_rollup") as file:
            return sum(int(line.split()[1]) for line in file if line.startswith("Private_")) / 1024

    def press(self, key, times):
        answers, written, before = [], 0, self.cpu()
        for _ in range(times):
            began = time.monotonic()
            os.write(self.terminal, key)
            output, last = self.read(0.03)
            written += len(output)
            answers.append((last - began) * 1000)
        answers.sort()
        return {
            "ms_p50": round(statistics.median(answers), 2),
            "ms_p99": round(answers[min(len(answers) - 1, int(len(answers) * 0.99))], 2),
            "cpu_ms": round((self.cpu() - before) / times, 3),
            "bytes": round(written / times),
        }

    def idle(self, seconds):
        before = self.wakeups()
        time.sleep(seconds)
        return (self.wakeups() - before) / seconds

    def quit(self):
        os.write(self.terminal, b"q")
        self.read(0.2)
        os.waitpid(self.child, 0)


def measure(program, count):
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as home:
        library = os.path.join(home, "stories")
        os.makedirs(library)
        make_library(library, count)
        environment = {
            "HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "TZ": "UTC",
        }
        figures = {"stories": count}
        began = time.monotonic()
        subprocess.run([program, "index", "--quiet", library], env=environment, check=True)
        figures["index_s"] = round(time.monotonic() - began, 2)
        began = time.monotonic()
        subprocess.run([program, "index", "--quiet", library], env=environment, check=True)
        figures["refresh_ms"] = round((time.monotonic() - began) * 1000)
        starts = []
        for _ in range(9):
            reader = Reader(program, library, environment)
            starts.append(reader.until(b"min"))
            reader.read(0.5)
            reader.quit()
        figures["start_ms"] = round(statistics.median(starts), 1)
        reader = Reader(program, library, environment)
        reader.until(b"min")
        reader.read(1 + count / 20000)
        figures["j"] = reader.press(b"j", 200)
        figures["end"] = reader.press(b"G", 1) | {"home": reader.press(b"g", 1)["ms_p50"]}
        figures["idle_wakeups_per_s"] = reader.idle(3)
        figures["private_mb"] = round(reader.private_megabytes(), 1)
        reader.quit()
        return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--stories", default="1000,10000", help="sizes of the libraries, by commas")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    rows = [measure(os.path.abspath(options.program), int(size)) for size in options.stories.split(",")]
    if options.json:
        return print(json.dumps(rows, indent=2))
    print(f"{'stories':>9} {'index':>8} {'refresh':>9} {'start':>8} {'j p50':>8} {'j p99':>8} {'j cpu':>8} {'j bytes':>8} {'idle/s':>7} {'private':>8}")
    for row in rows:
        key = row["j"]
        print(f"{row['stories']:>9} {row['index_s']:>6} s {row['refresh_ms']:>6} ms {row['start_ms']:>5} ms "
              f"{key['ms_p50']:>5} ms {key['ms_p99']:>5} ms {key['cpu_ms']:>5} ms {key['bytes']:>8} "
              f"{row['idle_wakeups_per_s']:>7} {row['private_mb']:>5} MB")


if __name__ == "__main__":
    main()
