#!/usr/bin/env python3
"""Measures how many of the first five stories offered on the same subject are on it, as judged by hand.

    onsubject.py READER FOLDER... [--marks onsubject.tsv] [--unjudged WORDS]

The marks (`onsubject.tsv` beside this file) were made by reading both headlines and beginnings: the library,
the story, a story that some version of READER offered for it, and 1 if a reader of the first would find that
it is about the same matter, or else 0. READER is asked for each story of the marks whose library is a FOLDER
of that name. It prints the share of the answers that are on the subject, for each library and in all. Answers
without a mark count in neither part; it names them, with the first WORDS words of both stories.
"""

import argparse
import collections
import os
import pathlib

from measuring.answers import Answers


def read(path):
    """Library → story → answer → mark, all by the paths of the files."""
    marks = collections.defaultdict(lambda: collections.defaultdict(dict))
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            library, story, answer, mark = line.split("\t")
            marks[library][story]  # A story without answers is asked for, too.
            if answer:
                marks[library][story][answer] = int(mark)
    return marks


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reader")
    parser.add_argument("folders", nargs="+")
    parser.add_argument(
        "--marks", type=pathlib.Path, default=pathlib.Path(__file__).with_name("onsubject.tsv")
    )
    parser.add_argument("--unjudged", type=int, metavar="WORDS", help="print the beginnings, too")
    options = parser.parse_args()
    marks = read(options.marks)
    right, judged, unjudged = 0, 0, 0
    with Answers(options.reader) as reader:
        for folder in options.folders:
            name = os.path.basename(folder.rstrip("/"))
            stories = sorted(marks[name])
            answers = reader.each(folder, stories, "related", "--json", "-", "--alike", "-n", "5")
            texts = {}
            if options.unjudged is not None:
                texts = {
                    story["path"]: story["headline"] + " | " + " ".join(
                        ((story["standfirst"] or "") + " " + story["text"]).split()[:options.unjudged]
                    )
                    for story in reader.lines("export", "all", "--to", "jsonl", "-L", folder)
                }
            here = [0, 0]
            for story, answer in zip(stories, answers):
                told = False
                for other in answer["related"]:
                    mark = marks[name][story].get(other["path"])
                    if mark is None:
                        unjudged += 1
                        if texts and not told:
                            print(f"\n{story}\n  {texts.get(story)}")
                            told = True
                        shares = ", ".join(other.get("shares", []))
                        print(f"not judged: {name}\t{story}\t{other['path']} ({shares})")
                        if texts:
                            print(f"    {texts.get(other['path'])}")
                    else:
                        here[0] += mark
                        here[1] += 1
            right, judged = right + here[0], judged + here[1]
            if here[1]:
                print(f"{name}: {here[0]} of {here[1]} on the subject, {here[0] / here[1]:.1%}")
    if judged:
        print(f"on the subject: {right / judged:.1%} of {judged} answers; {unjudged} not judged")


if __name__ == "__main__":
    main()
