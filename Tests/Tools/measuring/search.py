"""Searching while typing: the time from each key to its first results, and to their final order."""

import os
import random
import time

from .corpus import SHORT, Words
from .ours import READY
from .reader import percentile


def queries(count, seed=7):
    """For each kind of search, some whose words are in the generated stories."""
    words, chance = Words(1).words, random.Random(seed)
    rare = [word for word in words[30_000:60_000] if len(word) > 4]
    middle = [word for word in words[100:2_000] if len(word) > 3]
    letters = sorted({word[:2] for word in words[:5_000]})
    return {
        "rare word": chance.sample(rare, count),
        "common word": chance.sample([word for word in SHORT if len(word) > 2] + words[:40], count),
        "two letters": chance.sample(letters, min(count, len(letters))),
        "phrase": [f'"{chance.choice(SHORT[:20])} {chance.choice(SHORT[:20])}"' for _ in range(count)],
        "AND": [f"{chance.choice(SHORT[:40])} {chance.choice(middle)}" for _ in range(count)],
    }


def type_key(reader, key, quiet):
    """Seconds to the echo of a key, to the next thing drawn, and to the last."""
    began = time.monotonic()
    os.write(reader.terminal, key)
    times, wait = [], quiet
    while reader.drain(wait):
        times.append(time.monotonic() - began)
    echo = times[0] if times else quiet
    return echo, times[1] if len(times) > 1 else echo, times[-1] if times else echo


def searching(home, library, size=(80, 24), count=12, quiet=0.35):
    """One row of figures per kind of search, over all keys typed."""
    rows = {}
    for kind, texts in queries(count).items():
        first, settled = [], []
        with home.open(library, size) as reader:
            reader.until(READY)
            reader.settle(1.5)
            for text in texts:
                reader.press([b"/"])
                for key in text.encode():
                    _, results, last = type_key(reader, bytes([key]), quiet)
                    first.append(results * 1000)
                    settled.append(last * 1000)
                reader.press([b"\x1b"], 0.2)
        rows[kind] = {
            "keys": len(first),
            "first p50 ms": percentile(first, 0.5),
            "first p99 ms": percentile(first, 0.99),
            "settled p50 ms": percentile(settled, 0.5),
            "settled p99 ms": percentile(settled, 0.99),
        }
    return rows
