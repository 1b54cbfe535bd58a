#!/usr/bin/env python3
"""Measures how well stories on the same subject are found, compared with the links that people made.

    related.py PROGRAM LIBRARY [LIBRARY ...] [--limit STORIES]

For each story that links to others of its library, or is linked from them, `newsroom related --alike` is
asked. The result is nDCG@5, the mean over these stories (1: every linked story first; 0: none among the
five), and the time per story. The program does not use the links for its answer.
"""

import argparse
import json
import math
import os
import re
import statistics
import subprocess
import tempfile
import time


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("libraries", nargs="+")
    parser.add_argument(
        "--limit", type=int, default=500, help="so many stories of each library, evenly spread"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        for library in options.libraries:
            measure(os.path.abspath(options.program), library, options.limit, environment)


def slug(address):
    """The last part of a path or address, without date and extension; "" if it is too short."""
    parts = [
        part
        for part in re.split(r"[?#]", address)[0].split("/")
        if part and not re.fullmatch(r"index\.\w+|_index\.\w+", part)
    ]
    name = re.sub(r"^\d{4}-\d\d-\d\d-|\.\w{1,5}$", "", parts[-1]).lower() if parts else ""
    return name if len(name) >= 8 else ""


def host(address):
    """The host of an address; "" if it has none."""
    match = re.match(r"(?:https?:)?//([^/]+)", address or "")
    return match[1].lower() if match else ""


def measure(program, library, limit, environment):
    def run(*arguments):
        return subprocess.run(
            [program, *arguments, "-L", library], capture_output=True, text=True, env=environment
        ).stdout

    subprocess.run([program, "index", "--quiet", library], env=environment)
    linked = {}
    stories = [json.loads(line) for line in run("list", "--json").splitlines()]
    named = {}
    for story in stories:
        named.setdefault(slug(story["path"]), []).append(story["id"])
    # The site's own hosts; "" for relative addresses.
    hosts = {
        host(reference["target"])
        for story in stories
        for reference in story["references"]
        if reference["story"]
    }
    for story in stories:
        for reference in story["references"]:
            # A site's own addresses, which the files don't give: by the last part, if only one story has it.
            target = reference.get("target") or ""
            meant = named.get(slug(target), []) if host(target) in hosts else []
            other = reference.get("story") or (meant[0] if len(meant) == 1 else None)
            if other and other != story["id"]:
                linked.setdefault(story["id"], set()).add(other)
                linked.setdefault(other, set()).add(story["id"])
    asked = sorted(linked)
    asked = asked[:: max(1, len(asked) // limit)]
    began = time.monotonic()
    lines = subprocess.run(
        [program, "related", "--json", "-", "--alike", "-n", "5", "-L", library],
        capture_output=True,
        text=True,
        input="".join(story + "\n" for story in asked),
        env=environment,
    ).stdout.splitlines()
    if len(lines) == len(asked):
        answers = [[other["id"] for other in json.loads(line).get("related", [])] for line in lines]
    else:
        # A program that accepts only one story at a time.
        answers = [
            [
                json.loads(line)["id"]
                for line in run("related", story, "--alike", "--json", "-n", "5").splitlines()
            ]
            for story in asked
        ]
    seconds = time.monotonic() - began
    scores = []
    for story, found in zip(asked, answers):
        gain = sum(1 / math.log2(rank + 2) for rank, other in enumerate(found) if other in linked[story])
        best = sum(1 / math.log2(rank + 2) for rank in range(min(5, len(linked[story]))))
        scores.append(gain / best)
    if scores:
        print(
            f"{os.path.basename(library.rstrip('/'))}: nDCG@5 {statistics.mean(scores):.3f} over"
            f" {len(scores)} stories, {seconds / len(scores) * 1000:.1f} ms each"
        )
    else:
        print(f"{library}: no story links to another")


if __name__ == "__main__":
    main()
