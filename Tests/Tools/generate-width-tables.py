#!/usr/bin/env python3
"""Writes Sources/Screen/WidthTable.swift and CompositionTable.swift.

Widths are those of this machine's C library in C.UTF-8 (`wcwidth`), which ncurses asks too; characters that
it does not know are drawn as U+FFFD. Compositions are the canonical ones of two characters (UAX #15), from
Python's Unicode database.

    python3 Tests/Tools/generate-width-tables.py
"""

import ctypes
import locale
import os
import textwrap
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HEAD = "// Made by Tests/Tools/{tool}; not to be edited.\n// swift-format-ignore-file\n\n"
libc = ctypes.CDLL("libc.so.6")
locale.setlocale(locale.LC_ALL, "C.UTF-8")


def ranges(numbers):
    found = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def packed(rows):
    """Rows of numbers as a flat list of hexadecimal numbers."""
    numbers = " ".join(f"0x{number:X}," for row in rows for number in row)
    return textwrap.fill(numbers, 110, initial_indent="    ", subsequent_indent="    ")


def main():
    every = [code for code in range(0xA0, 0x110000) if not 0xD800 <= code <= 0xDFFF]
    width = {code: libc.wcwidth(ctypes.c_int(code)) for code in every}
    category = {code: unicodedata.category(chr(code)) for code in every}
    hidden = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
    wide = [code for code in every if width[code] == 2 and category[code] not in hidden]
    marks = [code for code in every if width[code] == 0 and category[code] in {"Mn", "Me", "Mc"}]
    shown = [code for code in every if width[code] in (1, 2) and category[code] not in hidden]
    unknown = sorted(set(every) - set(shown) - set(marks))
    out = HEAD.format(tool="generate-width-tables.py")
    out += (
        "/// Widths of code points from U+00A0 on, as sorted pairs of first and last; glibc's `wcwidth`,"
        " C.UTF-8.\n"
    )
    out += "enum WidthTable {\n"
    for name, numbers, note in (
        ("wide", wide, "Two cells."), ("marks", marks, "No cell of their own: they join the one before."),
        ("unknown", unknown, "Not drawn: unassigned, private, invisible, or unknown to the C library."),
    ):
        out += f"  /// {note}\n  static let {name}: [UInt32] = [\n{packed(ranges(numbers))}\n  ]\n\n"
    with open(os.path.join(ROOT, "Sources/Screen/WidthTable.swift"), "w") as file:
        file.write(out.rstrip() + "\n}\n")

    pairs = []
    for code in every:
        parts = unicodedata.decomposition(chr(code)).split()
        if (
            len(parts) == 2
            and not parts[0].startswith("<")
            and unicodedata.normalize("NFC", chr(code)) == chr(code)
        ):
            pairs.append((int(parts[1], 16), int(parts[0], 16), code))
    pairs.sort()
    out = HEAD.format(tool="generate-width-tables.py")
    out += "/// Canonical compositions, as sorted triples of mark, base and composed character (UAX #15).\n"
    out += "enum CompositionTable {\n  static let triples: [UInt32] = [\n" + packed(pairs) + "\n  ]\n}\n"
    with open(os.path.join(ROOT, "Sources/Screen/CompositionTable.swift"), "w") as file:
        file.write(out)


main()
