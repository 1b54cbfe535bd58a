#!/usr/bin/env python3
"""Writes Sources/Words/Folding/FoldingTable*.swift: how search folds every letter beyond ASCII.

Letters are decomposed (UAX #15), their marks dropped and their case folded; letters whose mark is part of
them (ø, ł, ß) become the plain letters that a reader types for them. Data from Python's Unicode database.

    python3 Tests/Tools/generate-folding-table.py
"""

import os
import textwrap
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PLAIN = {
    "a": "ⱥ",
    "ae": "æ",
    "b": "ƀƃɓ",
    "c": "ƈȼ",
    "d": "đðɖɗƌ",
    "e": "ǝəɇɛ",
    "f": "ƒ",
    "g": "ɠǥ",
    "h": "ħⱨ",
    "i": "ıɨ",
    "j": "ȷɉ",
    "k": "ƙĸⱪ",
    "l": "łƚⱡ",
    "n": "ŋɲƞ",
    "o": "øɔ",
    "oe": "œ",
    "p": "ƥ",
    "r": "ɍ",
    "ss": "ß",
    "s": "ſ",
    "t": "ŧƭʈⱦ",
    "th": "þ",
    "u": "ʉ",
    "v": "ʋ",
    "y": "ƴɏ",
    "z": "ƶȥⱬ",
    "σ": "ς",
}
PLAIN = {ord(letter): plain for plain, letters in PLAIN.items() for letter in letters}
# Scripts without spaces between words, and jamo: every character is a token.
ALONE = [
    (0x0E01, 0x0EFF),
    (0x1000, 0x109F),
    (0x1100, 0x11FF),
    (0x1780, 0x17FF),
    (0x3005, 0x3007),
    (0x3021, 0x3029),
    (0x3031, 0x3035),
    (0x3038, 0x303C),
    (0x3041, 0x3098),
    (0x309D, 0x30FF),
    (0x3105, 0x31BF),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA960, 0xA97F),
    (0xA9E0, 0xA9FF),
    (0xAA60, 0xAA7F),
    (0xAC00, 0xD7A3),
    (0xD7B0, 0xD7FB),
    (0xF900, 0xFAFF),
    (0x1B000, 0x1B16F),
    (0x20000, 0x3FFFD),
]
# Marks that a reader may omit: accents, Hebrew and Arabic points, variation selectors.
DROPPED = [
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05C7),
    (0x0610, 0x061A),
    (0x0640, 0x0640),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x08D3, 0x08FF),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0x3099, 0x309A),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
    (0xE0100, 0xE01EF),
]
ASIDE = {0x02BB, 0x02BC}  # apostrophes by use, letters by category


def within(scalar, ranges):
    return any(first <= scalar <= last for first, last in ranges)


def is_dropped(scalar):
    category = unicodedata.category(chr(scalar))
    return category == "Cf" or (within(scalar, DROPPED) and category[0] in "ML")


def fold(scalar):
    """The folded form of a scalar: a list of scalars, empty if dropped, None for a separator."""
    if scalar < 0x80:
        letter = chr(scalar).lower()
        return [ord(letter)] if letter.isalnum() else None
    if is_dropped(scalar):
        return []
    category = unicodedata.category(chr(scalar))
    if (
        scalar in ASIDE
        or category[0] not in "LNM"
        or 0xFB50 <= scalar <= 0xFDFF
        and len(unicodedata.normalize("NFKD", chr(scalar))) > 4
    ):
        return None
    if category[0] == "N" and unicodedata.digit(chr(scalar), None) is not None:
        return [ord("0") + unicodedata.digit(chr(scalar))]
    if (
        0xAC00 <= scalar <= 0xD7A3
        or within(scalar, ALONE)
        and unicodedata.normalize("NFD", chr(scalar)) == chr(scalar)
    ):
        return [scalar]
    if 0x3041 <= scalar <= 0x30FF:
        return [scalar]
    if 0xFF65 <= scalar <= 0xFFDC or 0x3131 <= scalar <= 0x318E:
        return [ord(each) for each in unicodedata.normalize("NFKC", chr(scalar))]
    found = []
    for part in unicodedata.normalize("NFKD", chr(scalar).casefold() if scalar not in PLAIN else chr(scalar)):
        for each in PLAIN.get(ord(part), part.lower() if len(part.lower()) == 1 else part):
            each = PLAIN.get(ord(each), each)
            if is_dropped(ord(each[0])):
                continue
            if not each.isalnum() and unicodedata.category(each)[0] not in "LNM":
                return None
            found += [ord(letter) for letter in each]
    return found


def settled(scalar):
    folded = fold(scalar)
    for _ in range(4):
        if folded is None:
            return None
        again = [fold(each) for each in folded]
        if any(each is None for each in again):
            return None
        again = [letter for each in again for letter in each]
        if again == folded:
            break
        folded = again
    else:
        raise SystemExit(f"U+{scalar:04X} doesn't settle")
    room = 2 * len(chr(scalar).encode())
    need = sum(len(chr(each).encode()) + within(each, ALONE) for each in folded)
    return folded if need <= room else None


def ranges(numbers):
    found = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def runs(mapped):
    """Scalars with one target as runs: first, count, step, target, step of the target."""
    found, rest = [], dict(mapped)
    for scalar in sorted(mapped):
        if scalar not in rest:
            continue
        best = (1, 1, 0)
        for step in (1, 2):
            for ahead in (0, 1, 2):
                count = 1
                while rest.get(scalar + count * step) == rest[scalar] + count * ahead:
                    count += 1
                best = max(best, (count, step, ahead), key=lambda each: (each[0], -each[1]))
        count, step, ahead = best if best[0] > 2 else (1, 1, 0)
        found.append((scalar, count, step, rest[scalar], ahead))
        for index in range(count):
            del rest[scalar + index * step]
    return found


def packed(numbers):
    row = " ".join(f"0x{number:X}," if number > 9 else f"{number}," for number in numbers)
    return textwrap.fill(row, 110, initial_indent="    ", subsequent_indent="    ")


def main():
    kept, alone, dropped, mapped, expanded = [], [], [], {}, {}
    for scalar in range(0x80, 0x110000):
        if 0xD800 <= scalar < 0xE000 or unicodedata.category(chr(scalar)) in ("Cn", "Co"):
            continue
        folded = settled(scalar)
        if folded is None:
            continue
        if not folded:
            dropped.append(scalar)
        elif folded == [scalar]:
            (alone if within(scalar, ALONE) else kept).append(scalar)
        elif len(folded) == 1:
            mapped[scalar] = folded[0]
        else:
            expanded[scalar] = folded
    every = runs(mapped)
    long_runs = [run for run in every if run[1] > 1]
    single = [(run[0], run[3]) for run in every if run[1] == 1]
    several = [[scalar, len(to)] + to for scalar, to in sorted(expanded.items())]
    write(
        "FoldingTable",
        [
            ("kept", "Unchanged letters: pairs of first and last.", ranges(kept)),
            ("alone", "Letters that are tokens by themselves: pairs of first and last.", ranges(alone)),
            (
                "dropped",
                "Marks and invisible signs that disappear: pairs of first and last.",
                ranges(dropped),
            ),
            (
                "runs",
                "Runs of letters that become others: first, count, step, target, step of the target.",
                long_runs,
            ),
        ],
    )
    write("FoldingTable+Mapped", [("mapped", "Letters that become another: letter, target.", single)])
    write("FoldingTable+Expanded", [
        ("expanded", "Letters that become several: letter, count, those letters.", several),
    ])


def write(name, tables):
    text = (
        "// Made by Tests/Tools/generate-folding-table.py; not to be edited.\n// swift-format-ignore-file\n\n"
    )
    if "+" in name:
        text += "extension FoldingTable {\n"
    else:
        version = unicodedata.unidata_version
        text += f"/// How letters beyond ASCII are folded (Unicode {version}); all others separate words.\n"
        text += "enum FoldingTable {\n"
    for table, what, rows in tables:
        numbers = [number for row in rows for number in row]
        text += f"  /// {what}\n  static let {table}: [UInt32] = [\n{packed(numbers)}\n  ]\n"
        print(table, len(rows), "rows")
    path = os.path.join(ROOT, "Sources/Words/Folding", name + ".swift")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text + "}\n")


main()
