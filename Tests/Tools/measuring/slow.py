"""A slow line between the reader and its screen: bytes go one by one, keys and answers take their time.

What the program writes waits in a queue, as behind sshd, and leaves at the line's pace; the terminal at the
far end answers questions (primary device attributes) when they arrive there.
"""

import collections
import os
import time

from measuring.reader import Program

BAUD, ROUND_TRIP = 9_600, 0.3
QUESTION, ANSWER = b"\x1b[c", b"\x1b[?62;22c"
# How long the line must be quiet before the answer counts as shown.
STILL = 0.8


class Line:
    """The line to a program at 80x24; times are those of the person at its far end."""

    def __init__(self, program, environment):
        self.program, self.half = program, ROUND_TRIP / 2
        self.queue, self.under_way, self.keys = bytearray(), collections.deque(), collections.deque()
        self.free_at = time.monotonic()
        self.arrived, self.last = 0, None
        self.environment = environment

    def press(self, text):
        self.keys.append((time.monotonic() + self.half, text))

    def pump(self, seconds):
        until = time.monotonic() + seconds
        while (now := time.monotonic()) < until:
            while self.keys and self.keys[0][0] <= now:
                os.write(self.program.terminal, self.keys.popleft()[1])
            if data := self.program.drain(0.002):
                self.queue += data
            self.send(time.monotonic())

    def send(self, now):
        while self.queue and self.free_at <= now:
            part = bytes(self.queue[:16])
            if (place := (bytes(self.queue[:18])).find(QUESTION)) >= 0:
                part = bytes(self.queue[: place + len(QUESTION)])
            del self.queue[: len(part)]
            self.free_at = max(self.free_at, now - 0.02) + len(part) * 10 / BAUD
            self.under_way.append((self.free_at + self.half, part))
        while self.under_way and self.under_way[0][0] <= now:
            part = self.under_way.popleft()[1]
            self.arrived += len(part)
            self.last = now
            if part.endswith(QUESTION):
                self.keys.append((now + self.half, ANSWER))

    def settle(self, limit=90):
        """Waits until nothing is under way."""
        began = time.monotonic()
        while time.monotonic() - began < limit:
            before = self.arrived
            self.pump(STILL)
            if self.arrived == before and not self.queue and not self.under_way and not self.keys:
                return

    def asked(self, keys, gap):
        """Presses keys; returns the seconds from the last key to the last byte shown, and all bytes."""
        before, self.last = self.arrived, None
        for key in keys:
            self.press(key.encode())
            self.pump(gap)
        done = time.monotonic() - gap
        self.settle()
        return {"seconds": max(0.0, (self.last or done) - done), "bytes": self.arrived - before}


def measured(program, library, environment):
    """What a person waits for at 9,600 baud and 300 ms, 80x24."""
    rows = {}
    with Program([program, library], environment) as run:
        line = Line(run, environment)
        line.settle()
        rows["30 j in a second, settled"] = line.asked("j" * 30, 1 / 30)
        rows["ferry typed, settled"] = line.asked("/ferry", 0.15)
        rows["Esc"] = line.asked("\x1b", 0.01)
        rows["a story, readable"] = line.asked("\r", 0.01)
        line.asked("q", 0.01)
        began = line.arrived
        for _ in range(5 * 30):
            line.press(b"j")
            line.pump(1 / 30)
        under_way = len(line.queue) + sum(len(part) for _, part in line.under_way)
        rows["j held for 5 s, still under way"] = {"bytes": under_way}
        line.settle()
        rows["j held for 5 s, in all"] = {"bytes": line.arrived - began}
    return rows
