"""A program on a pseudo terminal: how fast it starts and answers, and what it costs in CPU and memory."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

TICK = os.sysconf("SC_CLK_TCK")


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def private_kilobytes(pid, kinds=("Private_Clean", "Private_Dirty")):
    with open(f"/proc/{pid}/smaps_rollup") as file:
        return sum(int(line.split()[1]) for line in file if line.split(":")[0] in kinds)


class Program:
    """One run of a full-screen program, bounded in time."""

    def __init__(self, command, environment, size=(80, 24)):
        self.began = time.monotonic()
        self.screen = b""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            try:
                os.execvpe(command[0], command, environment | {"TERM": "xterm-256color"})
            finally:
                os._exit(127)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            os.kill(self.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            self.drain(0)
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                break
            time.sleep(0.02)
        else:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.terminal)

    def drain(self, wait):
        """The output within `wait` seconds; None if the program has ended."""
        if not select.select([self.terminal], [], [], wait)[0]:
            return b""
        try:
            return os.read(self.terminal, 65536) or None
        except OSError:
            return None

    def until(self, text, limit=300):
        """Seconds from the start until `text` was drawn; None if it never was."""
        while text not in self.screen:
            if time.monotonic() - self.began > limit:
                return None
            data = self.drain(0.5)
            if data is None:
                return None
            self.screen += data
        return time.monotonic() - self.began

    def settle(self, quiet=0.4, limit=60):
        """Reads until nothing more comes, and returns the time of the last byte."""
        last = time.monotonic()
        end = last + limit
        while time.monotonic() < end:
            data = self.drain(quiet)
            if not data:
                break
            last = time.monotonic()
        return last

    def cpu(self):
        """CPU milliseconds, with nanosecond precision if the system has it."""
        total = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{task}/schedstat") as file:
                total += int(file.read().split()[0])
        return total / 1e6

    def switches(self):
        """How often each of its threads has been woken."""
        counts = {}
        for task in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{task}/status") as file:
                counts[task] = sum(int(line.split()[1]) for line in file if "ctxt_switches" in line)
        return counts

    def wakeups(self, seconds):
        """Wake-ups per second of the present threads; a thread that ends meanwhile counts once."""
        before = self.switches()
        time.sleep(seconds)
        after = self.switches()
        return (
            sum(1 if task not in after else after[task] - count for task, count in before.items()) / seconds
        )

    def press(self, keys, quiet=0.04):
        """For each key, milliseconds to the last byte of its answer; and CPU milliseconds per key."""
        answers, before = [], self.cpu()
        for key in keys:
            began = time.monotonic()
            os.write(self.terminal, key)
            last = None
            wait = 0.5
            while (data := self.drain(wait)):
                last = time.monotonic()
                wait = quiet
            answers.append(((last or began) - began) * 1000)
        return answers, (self.cpu() - before) / max(1, len(keys))
