#!/usr/bin/env python3
"""Measures whether a search finds the story that is meant, next to other search engines.

    knownitem.py READER CORPUS... [--limit 150] [--seed 1] [--show]

Each Markdown story of a CORPUS with a headline and at least 60 words gives one query of each kind: three
words of the headline; three words of the text that at most one story in twelve has; a name and one such word;
three words of the headline, one of them misspelt. READER answers all of them (`newsroom search --json -`),
and so do, if installed, SQLite's FTS5 (bm25, all words, Porter's stems), Xapian and tantivy (any of the
words, BM25). It prints MRR@10: the mean of one divided by the rank of the story that is meant, 0 if it is not
among the first ten.
"""

import argparse
import collections
import json
import os
import random
import re
import shutil
import sqlite3
import statistics
import subprocess
import tempfile

from likeness import parted, stories

WORD = re.compile(r"[^\W\d_]{3,}")
LITTLE = set(
    """
    the and for that with this from are was were have has had not but you your can will our their they its
    which when what who how all more also than then there here into out about over after before between been
    being would could should may might does did just only some such each other one two new now any use used
    using
    """.split()
)


def plain(body):
    """The text without code, addresses and marks."""
    body = re.sub(r"(?ms)^```.*?^```", " ", body)
    body = re.sub(r"!?\[([^\]]*)\]\([^)]*\)|\[([^\]]*)\]\[[^\]]*\]", lambda m: m[1] or m[2] or " ", body)
    return re.sub(r"(?m)^\[[^\]]*\]:.*$|<[^>]*>|https?://\S+|\{[{%].*?[%}]\}|`[^`]*`", " ", body)


def headline(front):
    match = re.search(r"(?m)^title\s*[:=]\s*(.+?)\s*$", front)
    return match[1].strip("\"'") if match else ""


def slip(word, chance):
    """The word with two letters swapped, one missing or one doubled."""
    place = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(3)
    if kind == 0 and word[place] != word[place + 1]:
        return word[:place] + word[place + 1] + word[place] + word[place + 2:]
    return word[:place] + word[place + 1:] if kind == 1 else word[:place] + word[place] + word[place:]


def made(corpus, limit, seed):
    """The texts by path, and the queries: kind, words, path."""
    chance = random.Random(seed)
    texts = {}
    for path, text in sorted(stories(corpus).items()):
        front, body = parted(text)
        title, body = headline(front), plain(body)
        if title and len(re.findall(r"\w+", body)) >= 60:
            texts[path] = (title, body)
    counts = collections.Counter()
    for title, body in texts.values():
        counts.update({word.lower() for word in WORD.findall(title + " " + body)})
    titles = collections.Counter(title.lower() for title, _ in texts.values())
    rare = len(texts) / 12
    queries = []
    for path in sorted(chance.sample(sorted(texts), min(limit, len(texts)))):
        title, body = texts[path]
        said = [word for word in dict.fromkeys(WORD.findall(title)) if word.lower() not in LITTLE]
        words = [word.lower() for word in WORD.findall(body)]
        telling = sorted(
            {word for word in words if word not in LITTLE and counts[word] <= rare and len(word) > 3}
        )
        names = re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?= [a-z])", body)
        if titles[title.lower()] == 1 and len(said) >= 3:
            three = chance.sample(said, 3)
            queries.append(("headline", three, path))
            index = max(range(3), key=lambda place: len(three[place]))
            if len(three[index]) >= 5:
                wrong = three[:]
                wrong[index] = slip(wrong[index].lower(), chance)
                queries.append(("misspelt", wrong, path))
        if len(telling) >= 3:
            queries.append(("body", chance.sample(telling, 3), path))
        if names and telling:
            queries.append(("name+topic", [chance.choice(names), chance.choice(telling)], path))
    return texts, queries


# ---------------------------------------------------------------- engines

def newsroom(reader, corpus, queries):
    home = tempfile.mkdtemp(prefix="known-")
    try:
        environment = dict(os.environ, XDG_CACHE_HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)
        subprocess.run([reader, "index", "--quiet", corpus], env=environment, check=True)
        lines = "".join(" ".join(words) + "\n" for _, words, _ in queries)
        done = subprocess.run(
            [reader, "search", "--json", "-", "-n", "10", "-L", corpus],
            input=lines.encode(),
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
        if len(answers) == len(queries) and all("query" in answer for answer in answers):
            return [[story["path"] for story in answer.get("stories", [])] for answer in answers]
        # A reader that accepts only one query at a time.
        found = []
        for _, words, _ in queries:
            one = subprocess.run(
                [reader, "search", "--json", "-n", "10", "--no-refresh", "-L", corpus, *words],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            found.append([json.loads(line)["path"] for line in one.stdout.decode().splitlines()])
        return found
    finally:
        shutil.rmtree(home, ignore_errors=True)


def fts5(texts, queries):
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE t USING fts5(path UNINDEXED, title, body, tokenize='porter unicode61')"
    )
    database.executemany("INSERT INTO t VALUES (?, ?, ?)", [(path, *text) for path, text in texts.items()])
    ask = "SELECT path FROM t WHERE t MATCH ? ORDER BY bm25(t, 0, 3, 1) LIMIT 10"
    return [
        [row[0] for row in database.execute(ask, [" ".join(f'"{word}"' for word in words)])]
        for _, words, _ in queries
    ]


def xapian_(texts, queries):
    import xapian
    database = xapian.WritableDatabase("", xapian.DB_BACKEND_INMEMORY)
    terms = xapian.TermGenerator()
    terms.set_stemmer(xapian.Stem("en"))
    for path, (title, body) in texts.items():
        document = xapian.Document()
        document.set_data(path)
        terms.set_document(document)
        terms.index_text(title, 3)
        terms.increase_termpos()
        terms.index_text(body)
        database.add_document(document)
    parser = xapian.QueryParser()
    parser.set_stemmer(xapian.Stem("en"))
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    parser.set_default_op(xapian.Query.OP_OR)
    found = []
    for _, words, _ in queries:
        enquire = xapian.Enquire(database)
        enquire.set_query(parser.parse_query(" ".join(words).lower()))
        found.append([match.document.get_data().decode() for match in enquire.get_mset(0, 10)])
    return found


def tantivy_(texts, queries):
    import tantivy
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("path", stored=True, tokenizer_name="raw")
    builder.add_text_field("title", tokenizer_name="en_stem")
    builder.add_text_field("body", tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer()
    for path, (title, body) in texts.items():
        writer.add_document(tantivy.Document(path=path, title=title, body=body))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    found = []
    for _, words, _ in queries:
        query = index.parse_query(" ".join(words), ["title", "body"], field_boosts={"title": 3.0})
        found.append([searcher.doc(address)["path"][0] for _, address in searcher.search(query, 10).hits])
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reader")
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--limit", type=int, default=150, help="so many stories of each corpus")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--show", action="store_true", help="name the queries that READER does not answer first"
    )
    arguments = parser.parse_args()
    ranks = collections.defaultdict(lambda: collections.defaultdict(list))
    for corpus in arguments.corpora:
        texts, queries = made(corpus, arguments.limit, arguments.seed)
        engines = {
            "newsroom": lambda: newsroom(arguments.reader, corpus, queries),
            "FTS5 bm25 AND": lambda: fts5(texts, queries),
            "Xapian OR": lambda: xapian_(texts, queries),
            "tantivy OR": lambda: tantivy_(texts, queries),
        }
        for engine, ask in engines.items():
            try:
                answers = ask()
            except ImportError as error:
                print(f"{engine} is left out: {error}")
                continue
            for (kind, words, path), found in zip(queries, answers):
                rank = 1 / (found.index(path) + 1) if path in found else 0
                ranks[engine][kind].append(rank)
                ranks[engine]["all"].append(rank)
                if arguments.show and engine == "newsroom" and rank < 1:
                    print(f"  {rank:.2f} {kind}: {' '.join(words)} -> {path}; first {found[:1]}")
    kinds = ["headline", "body", "name+topic", "misspelt", "all"]
    first = next(iter(ranks.values()))
    print(f"{'MRR@10':14}" + "".join(f"{kind:>12}" for kind in kinds))
    print(f"{'queries':14}" + "".join(f"{len(first[kind]):12}" for kind in kinds))
    for engine, kind_ranks in ranks.items():
        print(f"{engine:14}" + "".join(f"{statistics.mean(kind_ranks[kind] or [0]):12.3f}" for kind in kinds))


if __name__ == "__main__":
    main()
