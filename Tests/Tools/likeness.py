#!/usr/bin/env python3
"""Measures whether copies of stories are found, and different stories kept apart.

    likeness.py READER CORPUS... [--words 60] [--seed 1] [--show]

READER is the built program, a CORPUS a directory of Markdown stories. Every story with enough words gets a
copy: with one word in twenty changed; cut in half; under another headline. Each set is indexed with the
originals (`newsroom index`), and `newsroom list --json` shows which rows were joined.

- found: the copies that share a row with their original.
- false: of all pairs of different stories in the unchanged corpus, those that share a row. Files with the
  same bytes, or that differ only in front matter, are copies and not different stories.
- equal: of the files with the same bytes as another, those that share its row.
- templated: of 200 pairs of different stories of one day that share a site's paragraphs (profiles of
  candidates, inspections, quizzes, debates), those that share a row.
- translations: pairs of files with the same path under folders of different languages, and different bytes,
  that share a row.
"""

import argparse
import collections
import hashlib
import itertools
import json
import os
import random
import re
import shutil
import subprocess
import tempfile

FRONT = re.compile(r"^(---|\+\+\+)\n.*?\n\1\n", re.S)


def parted(text):
    """Front matter and body."""
    match = FRONT.match(text)
    return (text[:match.end()], text[match.end():]) if match else ("", text)


def stories(corpus):
    """The Markdown files of a corpus by path."""
    found = {}
    for folder, _, names in os.walk(corpus):
        for name in names:
            if name.endswith((".md", ".markdown")):
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8", errors="replace", newline="") as file:
                    found[os.path.relpath(path, corpus)] = file.read().replace("\r\n", "\n")
    return found


def rows(reader, library):
    """The row of each path."""
    home = tempfile.mkdtemp(prefix="likeness-")
    try:
        environment = dict(os.environ, XDG_CACHE_HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)
        subprocess.run([reader, "index", "--quiet", library], env=environment, check=True)
        done = subprocess.run([reader, "list", "--json", library], env=environment, check=True,
                              stdout=subprocess.PIPE)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    where = {}
    for number, line in enumerate(done.stdout.decode("utf-8").splitlines()):
        story = json.loads(line)
        for version in [story] + story.get("versions", []):
            where[version["path"]] = number
    return where


# ---------------------------------------------------------------- copies

def changed(front, body, chance):
    pieces = re.split(r"(\w+)", body)
    vocabulary = pieces[1::2]
    for place in range(1, len(pieces), 2):
        if chance.random() < 0.05:
            pieces[place] = chance.choice(vocabulary)
    return front + "".join(pieces)


def halved(front, body, chance):
    ends = [match.end() for match in re.finditer(r"\S+", body)]
    return front + body[:ends[len(ends) // 2]] + "\n"


def headed(front, body, chance):
    title = "Another headline of the day"
    front, count = re.subn(r"(?m)^(title\s*[:=]\s*).*$", lambda match: f'{match[1]}"{title}"', front, count=1)
    return front + body if count else front + f"# {title}\n\n" + re.sub(r"\A\s*# .*\n", "", body)


def copies(reader, corpus, texts, make, words, seed):
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="likeness-") as work:
        shutil.copytree(corpus, work + "/library", ignore=shutil.ignore_patterns(".git"))
        made = {}
        for path, text in sorted(texts.items()):
            front, body = parted(text)
            if len(re.findall(r"\w+", body)) < words:
                continue
            # Beside the original, so that its path gives the same language, desk and date.
            root, ending = os.path.splitext(path)
            copy = f"{root}-copy{ending}"
            with open(os.path.join(work, "library", copy), "w", encoding="utf-8") as file:
                file.write(make(front, body, chance))
            made[copy] = path
        where = rows(reader, work + "/library")
        missed = [path for copy, path in made.items() if where.get(copy, -1) != where.get(path, -2)]
        return len(made), missed


# ---------------------------------------------------------------- templated stories

KINDS = {
    "profile": (
        "Candidate profile: {name}",
        (
            "{name} is running for the council seat of {place} in the November election. We asked every"
            " candidate the same questions about housing, schools and transport, and print the answers as"
            " they came."
        ),
    ),
    "inspection": (
        "{name} Kitchen passes its inspection",
        (
            "Inspectors of the county visited {name} Kitchen in {place} this week. Each restaurant is scored"
            " on storage, hands, surfaces and pests, and a score under seventy closes the door."
        ),
    ),
    "quiz": (
        "The {place} quiz",
        (
            "How closely did you follow the news of {place}? Ten questions, no looking up, and the answers at"
            " the end. Last week the readers of {name} did best of all."
        ),
    ),
    "debate": (
        "Debate: should {place} build the {name} bridge?",
        (
            "Two readers argue for and against the {name} bridge at {place}. The "
            "debate is open for a week, and the best letters are printed on Saturday in the paper and here."
        ),
    ),
}
STANDING = [
    (
        "This story is part of our series on how the county is run. You can read all of it, and tell us what"
        " we should look into next, by writing to the desk or by coming to one of the open evenings that we"
        " hold in the library on the first Monday of the month."
    ),
    (
        "Our reporting is free for everyone to read and to print again under a licence that asks for a credit"
        " and a link. Eight thousand readers pay for it every month. If you can, please join them, for local"
        " news can't be had for nothing and nobody else does it."
    ),
    (
        "Sign up for the morning letter: five stories in five minutes, sent before seven. You can leave it at"
        " any time. We keep your address to ourselves, and use it for nothing but the letter and, once a"
        " year, for a short survey about what you read."
    ),
]


def invented(chance):
    return "".join(
        chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(chance.choice((2, 3, 3, 4)))
    )


def templated(reader, seed):
    """Pairs of different stories that share a site's paragraphs and the day, and those that share a row."""
    chance = random.Random(seed)
    vocabulary = [invented(chance) for _ in range(3_000)]
    pairs = []
    with tempfile.TemporaryDirectory(prefix="likeness-") as work:
        for number in range(200):
            kind = sorted(KINDS)[number % len(KINDS)]
            title, opening = KINDS[kind]
            own = chance.choice((12, 40, 80, 160))
            pair = []
            for side in "ab":
                names = {"name": invented(chance).title(), "place": invented(chance).title()}
                text = " ".join(chance.choice(vocabulary) for _ in range(own)).capitalize() + "."
                path = f"{kind}-{number}{side}.md"
                with open(os.path.join(work, path), "w", encoding="utf-8") as file:
                    file.write(
                        f'---\ntitle: "{title.format(**names)}"\ndate:'
                        f" 2024-{1 + number // 28 % 12:02}-{1 + number % 28:02}\n---\n\n"
                        + "\n\n".join([opening.format(**names), text, *STANDING])
                        + "\n"
                    )
                pair.append(path)
            pairs.append(pair)
        where = rows(reader, work)
        every = len(set(where.values()))
        return (
            pairs,
            [pair for pair in pairs if where.get(pair[0], -1) == where.get(pair[1], -2)],
            2 * len(pairs) - every,
        )


# ---------------------------------------------------------------- different stories

def strangers(texts, where):
    """Pairs of different stories that share a row, and the number of all pairs."""
    groups = collections.defaultdict(list)
    for path in texts:
        if path in where:
            groups[where[path]].append(path)
    bodies = {path: parted(text)[1].strip() or text for path, text in texts.items()}
    pairs = [pair for group in groups.values() for pair in itertools.combinations(group, 2)
             if bodies[pair[0]] != bodies[pair[1]]]
    count = len(texts)
    return pairs, count * (count - 1) // 2


def equals(texts, where):
    """Files with the same bytes as an earlier one, and those that share its row."""
    first, all_, found = {}, 0, 0
    for path in sorted(texts):
        digest = hashlib.sha256(texts[path].encode()).digest()
        if digest in first:
            all_ += 1
            found += where.get(path, -1) == where.get(first[digest], -2)
        else:
            first[digest] = path
    return found, all_


def translations(texts, pairs):
    """The pairs whose paths differ in only one folder."""
    def differ(one, other):
        one, other = one.split("/"), other.split("/")
        return (
            len(one) == len(other) and sum(a != b for a, b in zip(one, other)) == 1 and one[-1] == other[-1]
        )
    return [pair for pair in pairs if differ(*pair)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reader")
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--words", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--show", action="store_true", help="name what was missed and what was folded falsely"
    )
    arguments = parser.parse_args()
    sums = collections.Counter()
    pairs, folded, hidden = templated(arguments.reader, arguments.seed)
    print(
        f"templated: false {len(folded)} of {len(pairs)} pairs; {hidden} of {2 * len(pairs)} stories hidden"
        " behind others"
    )
    for pair in folded if arguments.show else []:
        print("  folded:", *pair)
    for corpus in arguments.corpora:
        texts = stories(corpus)
        where = rows(arguments.reader, corpus)
        pairs, count = strangers(texts, where)
        found, all_ = equals(texts, where)
        print(
            f"{os.path.basename(corpus.rstrip('/'))}: {len(texts)} files; false {len(pairs)} of {count} pairs"
            f" ({100 * len(pairs) / max(count, 1):.4f} %), translations {len(translations(texts, pairs))};"
            f" equal {found} of {all_}"
        )
        sums["false"] += len(pairs)
        sums["pairs"] += count
        for pair in pairs if arguments.show else []:
            print("  folded:", *pair)
        for name, make in [("changed", changed), ("halved", halved), ("headed", headed)]:
            count, missed = copies(arguments.reader, corpus, texts, make, arguments.words, arguments.seed)
            print(
                f"  {name:8} {count - len(missed)} of {count} found"
                f" ({100 - 100 * len(missed) / max(count, 1):.2f} %)"
            )
            sums[name] += count
            sums["missed " + name] += len(missed)
            for path in missed if arguments.show else []:
                print("    missed:", path)
    print(f"all: false {100 * sums['false'] / max(sums['pairs'], 1):.4f} % of pairs; found " + ", ".join(
        f"{name} {100 - 100 * sums['missed ' + name] / max(sums[name], 1):.2f} %"
        for name in ["changed", "halved", "headed"]))


if __name__ == "__main__":
    main()
