#!/usr/bin/env python3
"""Measures how well slightly wrong headlines find their stories.

    references.py READER FOLDER... [--stories N] [--seed N] [--all] [--misses]

READER is the built program. Each FOLDER becomes a library, and so does a generated one of --stories stories
(default 20,000; 0 for none). In each, a fifth of the headlines (at most 250) is held out: their stories are
left out of the library. 1,000 times, one of the other headlines is mangled: its case, its quotation marks,
its dashes, a word or a letter is changed, or its subtitle dropped. All are given to `READER resolve --json`.
Only headlines that a single story has are used, and a change counts only if it changed something: words
change in headlines of four words or more, except those with digits; letters in those of eight letters or
more; subtitles are dropped if no other headline begins like the rest, since otherwise no single story is
meant. --all ignores these conditions (except for length: three words, eight letters).

Prints for each library the share that resolves rightly (certain; certain or probable), the share that
resolves to another story, and both by kind of change; and for held-out headlines the share that resolves
falsely (certain; either), to be judged by eye with --misses. The referring story is in the language of the
story that is meant. Only Python's own library is needed.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import time
import unicodedata

KINDS = ["case", "quotes", "dashes", "word", "letter", "subtitle"]
SUBJECTS = (
    "ferry harbour council orchestra lighthouse school museum bakery railway bridge library airport".split()
)
PLACES = (
    "Malmö Aarhus Bergen Kiel Turku Visby Odense Lübeck Gdańsk Tallinn Riga Ålesund Skagen Lerwick".split()
)
VERBS = (
    "reopens closes expands delays celebrates rejects plans sells repairs questions welcomes measures".split()
)
OBJECTS = (
    "line budget winter timetable night concert roof plan strike summer exhibition flood defence bicycle lane"
    " fishing quota wind farm rail tunnel cookery prize storm warning housing fund ticket price vaccine trial"
).split()
ENDS = [
    "after long debate",
    "in spring",
    "for the first time",
    "as costs rise",
    "despite protests",
    "before the vote",
]


class Reader:
    """The program, with its own cache and state."""

    def __init__(self, program, home):
        self.program = os.path.abspath(program)
        self.environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
        for name in ["CACHE", "STATE", "CONFIG"]:
            self.environment[f"XDG_{name}_HOME"] = os.path.join(home, name.lower())

    def run(self, library, *words, lines=None):
        done = subprocess.run(
            [self.program, *words], input=lines, capture_output=True, text=True, timeout=1800,
            env=dict(self.environment, NEWSROOM_LIBRARY=str(library)),
        )
        if done.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(words[:2])}: {done.stderr.strip()}")
        return [json.loads(line) for line in done.stdout.splitlines() if line]


def generate(folder, count, random):
    """Stories whose headlines share most of their words, like those of one beat."""
    for number in range(count):
        words = [random.choice(PLACES), random.choice(SUBJECTS), random.choice(VERBS)]
        words += random.sample(OBJECTS, random.choice([2, 3]))
        headline = " ".join(words)
        if random.random() < 0.4:
            headline += " " + random.choice(ENDS)
        if random.random() < 0.2:
            headline += random.choice([": ", " – "]) + "what " + " ".join(random.sample(SUBJECTS, 2)) + " say"
        part = folder / str(number % 100)
        part.mkdir(exist_ok=True)
        (part / f"{number}.md").write_text(f"---\ntitle: {json.dumps(headline)}\n---\n\nText {number}.\n")


def mangled(headline, kind, random, vocabulary, others, everything):
    """The changed headline; None if there is nothing of the kind to change."""
    words = headline.split()
    if kind == "case":
        changed = random.choice([str.upper, str.lower, str.title])(headline)
    elif kind == "quotes":
        changed = headline.translate(str.maketrans("\"'“”‘’«»", "”’\"\"''\"\""))
        if changed == headline:
            place = random.randrange(len(words))
            words[place] = f"“{words[place]}”"
            changed = " ".join(words)
    elif kind == "dashes":
        for one, other in [
            (" – ", " - "),
            (" — ", " – "),
            (" - ", " — "),
            ("-", "‑"),
            ("–", "-"),
            (": ", " – "),
        ]:
            if one in headline:
                return headline.replace(one, other)
        return None
    elif kind == "word":
        places = [p for p, word in enumerate(words) if everything or not any(map(str.isdigit, word))]
        if len(words) < (3 if everything else 4) or not places:
            return None
        place = random.choice(places)
        words[place] = random.choice(vocabulary)
        changed = " ".join(words)
    elif kind == "letter":
        letters = [place for place, letter in enumerate(headline) if letter.isalpha()]
        if len(letters) < 8:
            return None
        place = random.choice(letters)
        new = random.choice("abcdefghijklmnopqrstuvwxyz")
        changed = headline[:place] + random.choice(["", new, new + headline[place]]) + headline[place + 1 :]
    else:
        cuts = [headline.find(mark) for mark in [": ", " – ", " — ", " | ", " - "] if headline.find(mark) > 0]
        changed = headline[: min(cuts)] if cuts else headline
        if not everything and sum(other.casefold().startswith(changed.casefold()) for other in others) > 1:
            return None
    return None if changed == headline or not changed.strip() else changed


def resolved(reader, library, asked):
    """What each headline means to a story in its language."""
    answers = {}
    for language in sorted({language for _, language in asked}):
        lines = [words for words, other in asked if other == language]
        options = ["--language", language] if language else []
        found = reader.run(
            library, "resolve", "--json", *options, lines="".join(words + "\n" for words in lines)
        )
        answers.update(((words, language), answer) for words, answer in zip(lines, found, strict=True))
    return [answers[key] for key in asked]


def folded_key(headline):
    """The headline without case, accents and punctuation, as any library would compare it."""
    letters = (
        letter if letter.isalnum() else " "
        for letter in unicodedata.normalize("NFKD", headline.casefold())
        if not unicodedata.combining(letter) and letter not in "'’"
    )
    return " ".join("".join(letters).split())


def share(part, whole):
    return f"{100 * part / whole:6.2f} %" if whole else "     – "


def measure(reader, name, library, seed, misses, everything, home):
    source = random.Random(seed)
    stories = reader.run(library, "list", "--json")
    calls = collections.Counter(story["headline"] for story in stories)
    folded = collections.Counter(folded_key(story["headline"]) for story in stories)
    single = sorted(
        (story["headline"], story["path"], story.get("language") or "")
        for story in stories
        if story["headline"].strip() and "\n" not in story["headline"]
        and calls[story["headline"]] == 1 and folded[folded_key(story["headline"])] == 1
    )
    paths = collections.Counter(story["path"] for story in stories)
    single = [story for story in single if paths[story[1]] == 1]
    source.shuffle(single)
    held = single[: min(250, len(single) // 5)]
    kept = single[len(held) :]
    rest = pathlib.Path(home) / f"{name}-rest"
    shutil.copytree(library, rest, ignore_dangling_symlinks=True)
    for _, path, _ in held:
        (rest / path).chmod(0o644)
        (rest / path).unlink()
    vocabulary = sorted({word for headline, _, _ in kept for word in headline.split() if word.isalpha()})
    names = [headline for headline, _, _ in kept]
    asked = []
    for number in range(20_000):
        if len(asked) == 1_000:
            break
        headline, path, language = source.choice(kept)
        kind = KINDS[number % len(KINDS)]
        words = mangled(headline, kind, source, vocabulary, names, everything)
        if words and "\n" not in words:
            asked.append((kind, words, headline, path, language))
    reader.run(rest, "resolve", "--json", "x")
    start = time.monotonic()
    reader.run(rest, "resolve", "--json", "x")
    opened = time.monotonic() - start
    start = time.monotonic()
    answers = resolved(reader, rest, [(words, language) for _, words, _, _, language in asked])
    each = (time.monotonic() - start - opened) / len(asked) * 1000
    table = collections.defaultdict(collections.Counter)
    for (kind, words, headline, path, _), answer in zip(asked, answers, strict=True):
        right = answer["outcome"] if answer["path"] == path else "wrong" if answer["path"] else "none"
        if right == "wrong" and answer["outcome"] == "probable":
            table[kind]["wrong, probably"] += 1
            table["all"]["wrong, probably"] += 1
        for row in (kind, "all"):
            table[row][right] += 1
            table[row]["asked"] += 1
        if misses and right in ("none", "wrong"):
            print(f"  {right}\t{kind}\t{words}\t<- {headline}\t{answer['headline'] or ''}")
    print(f"{name}: {len(stories)} stories, {len(kept)} headlines, {each:.2f} ms each")
    print("              asked   certain  or probable  wrong    of these certain")
    for row in ["all", *KINDS]:
        line = table[row]
        either = line["certain"] + line["probable"]
        sure = line["wrong"] - line["wrong, probably"]
        print(
            f"  {row:10} {line['asked']:6} {share(line['certain'], line['asked'])}"
            f" {share(either, line['asked'])}  {share(line['wrong'], line['asked'])}"
            f" {share(sure, line['asked'])}"
        )
    answers = resolved(reader, rest, [(words, language) for words, _, language in held])
    # A copy behind the story in the list is still there.
    there = sum(
        folded_key(answer["headline"] or "") == folded_key(words)
        for (words, *_), answer in zip(held, answers)
    )
    false = [(words, answer) for (words, *_), answer in zip(held, answers, strict=True)
             if answer["path"] and folded_key(answer["headline"]) != folded_key(words)]
    sure = sum(answer["outcome"] == "certain" for _, answer in false)
    gone = len(held) - there
    print(f"  held out   {gone:6} {share(sure, gone)} {share(len(false), gone)}   (falsely resolved)")
    if misses:
        for words, answer in false:
            print(f"  false\t{answer['outcome']}\t{answer['by']}\t{words}\t-> {answer['headline']}")
    shutil.rmtree(rest)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("reader")
    parser.add_argument("folders", nargs="*", type=pathlib.Path)
    parser.add_argument("--stories", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        reader = Reader(options.reader, home)
        libraries = [(folder.resolve().name, folder.resolve()) for folder in options.folders]
        if options.stories:
            folder = pathlib.Path(home) / "generated"
            folder.mkdir()
            generate(folder, options.stories, random.Random(options.seed))
            libraries.append(("generated", folder))
        for name, folder in libraries:
            copy = pathlib.Path(home) / f"{name}-whole"
            shutil.copytree(folder, copy, ignore_dangling_symlinks=True)
            for entry in [copy, *copy.rglob("*")]:
                if not entry.is_symlink():
                    entry.chmod(0o755 if entry.is_dir() else 0o644)
            measure(reader, name, copy, options.seed, options.misses, options.all, home)
            shutil.rmtree(copy)


main()
