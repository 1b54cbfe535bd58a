#!/usr/bin/env python3
"""Writes Sources/Typesetting/LineBreaking/LineBreakTable.swift from the Unicode Character Database.

usage: generate-line-break-table.py LineBreak.txt EastAsianWidth.txt > LineBreakTable.swift

The classes are resolved by rule LB1 of UAX #14 (AI, SG and XX become AL, CJ becomes NS, SA becomes CM or AL
by general category). Three are split because later rules need more than the class: OP and CP by East Asian
width (LB30), and ID by whether it is an unassigned pictograph (LB30b).
"""
import re
import sys

CLASSES = ("AL B2 BA BB BK CB CL CM CP CR EB EM EX GL H2 H3 HL HY ID IN IS JL JT JV LF NL NS NU OP PO PR "
           "QU RI SP SY WJ ZW ZWJ OPW CPW IDR").split()
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZghijklmnopqrstuvwxyz"
COUNT = 0x110000


def ranges(path):
    for line in open(path, encoding="utf-8"):
        found = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)\s*#\s*(\w\w|L&)?", line)
        if found:
            first = int(found[1], 16)
            yield first, int(found[2] or found[1], 16), found[3], found[4]


def main():
    line_break, east_asian = sys.argv[1:3]
    wide = bytearray(COUNT)
    for first, last, width, _ in ranges(east_asian):
        if width in ("F", "W", "H"):
            wide[first:last + 1] = b"\1" * (last + 1 - first)
    table = ["AL"] * COUNT
    for block in (
        (0x3400, 0x4DBF),
        (0x4E00, 0x9FFF),
        (0xF900, 0xFAFF),
        (0x20000, 0x2FFFD),
        (0x30000, 0x3FFFD),
    ):
        for point in range(block[0], block[1] + 1):
            table[point] = "ID"
    for block in ((0x1F000, 0x1FAFF), (0x1FC00, 0x1FFFD)):
        for point in range(block[0], block[1] + 1):
            table[point] = "IDR"
    for point in range(0x20A0, 0x20D0):
        table[point] = "PR"
    for first, last, name, category in ranges(line_break):
        for point in range(first, last + 1):
            resolved = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS"}.get(name, name)
            if name == "SA":
                resolved = "CM" if category in ("Mn", "Mc") else "AL"
            if name in ("OP", "CP") and wide[point]:
                resolved = name + "W"
            if name == "ID" and category == "Cn" and 0x1F000 <= point <= 0x1FFFD:
                resolved = "IDR"
            table[point] = resolved
    text = ""
    start = 0
    for point in range(1, COUNT + 1):
        if point == COUNT or table[point] != table[start]:
            text += format(point - start, "x") + LETTERS[CLASSES.index(table[start])]
            start = point
    print(
        "// Made by Tests/Tools/generate-line-break-table.py from LineBreak.txt and EastAsianWidth.txt,"
        " Unicode 15.0."
    )
    print("// Copyright (c) 1991-2022 Unicode, Inc.; see https://www.unicode.org/terms_of_use.html.\n")
    print("extension LineBreakClass {")
    print(
        "  /// Runs of equal class over all code points: how many (hexadecimal), then the class's letter, in"
        " the order"
    )
    print("  /// of `LineBreakClass`'s cases: A to Z, then g to z.")
    print('  static let packedRuns = """')
    rows = [text[at:at + 100] for at in range(0, len(text), 100)]
    print("\\\n".join("    " + row for row in rows))
    print('    """')
    print("}")


main()
