#!/usr/bin/env python3
"""Measures whether a story's thread is the one that a reader would draw up.

    threads.py READER FOLDER... [--gold threads.tsv] [--show]

The gold is a list of threads made by hand (`threads.tsv` beside this file). READER is asked for the thread of
each story of the gold whose library is a FOLDER of that name. Precision is the share of the answer that
belongs to the thread, recall the share of the thread that is in the answer; the story asked for counts in
neither, and stories that the gold leaves open count in neither. It prints the mean of each thread's stories,
and the mean of the threads.
"""

import argparse
import collections
import os
import pathlib
import statistics

from measuring.answers import Answers


def gold(path):
    """Library → thread → the headlines in it, and those that may be."""
    threads = collections.defaultdict(lambda: collections.defaultdict(lambda: (set(), set())))
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            library, thread, mark, headline = line.split("\t")
            threads[library][thread][mark == "?"].add(headline)
    return threads


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reader")
    parser.add_argument("folders", nargs="+")
    parser.add_argument(
        "--gold", type=pathlib.Path, default=pathlib.Path(__file__).with_name("threads.tsv")
    )
    parser.add_argument("--show", action="store_true", help="name what is wrong in each answer")
    options = parser.parse_args()
    threads = gold(options.gold)
    means = []
    with Answers(options.reader) as reader:
        for folder in options.folders:
            for thread, (members, maybe) in threads[os.path.basename(folder.rstrip("/"))].items():
                headlines = sorted(members)
                answers = reader.each(folder, headlines, "related", "--json", "-", "--thread")
                found = [{story["headline"] for story in answer["thread"]} for answer in answers]
                figures = []
                for headline, answer in zip(headlines, found):
                    own = {headline}
                    right, wrong = (answer & members) - own, answer - members - maybe - own
                    lost = members - answer - own
                    precision = len(right) / len(right | wrong) if right | wrong else 0
                    figures.append((precision, len(right) / len(members - own)))
                    if options.show and (wrong or lost):
                        print(f"  {headline}\n    wrong: {sorted(wrong)}\n    lost: {sorted(lost)}")
                means.append([statistics.mean(figure) for figure in zip(*figures)])
                print(
                    f"{os.path.basename(folder.rstrip('/'))}, {thread}: precision {means[-1][0]:.2f},"
                    f" recall {means[-1][1]:.2f} over {len(members)} stories"
                )
    if means:
        precision, recall = (statistics.mean(figure) for figure in zip(*means))
        print(f"{len(means)} threads: precision {precision:.3f}, recall {recall:.3f}")


if __name__ == "__main__":
    main()
