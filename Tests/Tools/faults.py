#!/usr/bin/env python3
"""Does to the built program what machines do: kills it, fills its disk, damages its index, runs many at once.

    faults.py PROGRAM [--only kill,full,damage,together,crowd] [--seed N] [--kills 200]

Each section prints a line; the exit status is 1 if anything was lost, doubled or not reported. Needs root for
`full` (a small file system in memory) and for another user's readers in `crowd`; without it they are skipped.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from measuring.corpus import as_json, as_markdown, stories

NOBODY = 65534


class Room:
    """A library with its own folders for index and marks."""

    def __init__(self, program, count=2_000, records=1_000):
        self.program = program
        self.base = tempfile.mkdtemp(prefix="newsroom-faults-")
        os.chmod(self.base, 0o755)
        self.library = self.base + "/stories"
        self.index = self.base + "/index/desk.sqlite"
        self.count = count + records
        os.makedirs(self.library)
        os.makedirs(os.path.dirname(self.index))
        made = stories(self.count)
        for number in range(count):
            folder = f"{self.library}/{number // 200:03}"
            os.makedirs(folder, exist_ok=True)
            with open(f"{folder}/{number}.md", "w") as file:
                file.write(as_markdown(next(made)))
        with open(self.library + "/wire.jsonl", "w") as file:
            file.writelines(map(as_json, made))
        self.environment = {"HOME": self.base, "PATH": os.environ["PATH"], "LANG": "C.UTF-8",
                            "XDG_STATE_HOME": self.base + "/state", "SWIFT_BACKTRACE": "enable=no"}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.base, ignore_errors=True)

    def start(self, *arguments, index=None, **more):
        return subprocess.Popen(
            [self.program, *arguments, "--index", index or self.index, self.library],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **more,
        )

    def run(self, *arguments, **more):
        child = self.start(*arguments, **more)
        try:
            output, errors = child.communicate(timeout=300)
        except subprocess.TimeoutExpired:
            child.kill()
            output, errors = child.communicate()
            errors += "\n(it never ended)"
        return child.returncode, output, errors

    def expect_whole(self, why):
        status, output, errors = self.run("list")
        ids = [line.split("\t")[0] for line in output.splitlines()]
        headlines = {line.split("\t")[3] for line in output.splitlines()}
        if (
            status
            or len(ids) != self.count
            or len(set(ids)) != self.count
            or len(headlines) < self.count * 0.99
        ):
            raise Fault(f"{why}: {len(ids)} stories, {len(set(ids))} different, of {self.count}; "
                        f"status {status}; {errors.strip()[:200]}")
        return errors

    def forget(self):
        for name in os.listdir(os.path.dirname(self.index)):
            os.remove(os.path.join(os.path.dirname(self.index), name))


class Fault(Exception):
    pass


def kill(options):
    """Kills the indexer at random moments: the next run continues, and the marks stay."""
    with Room(options.program) as room:
        chance = random.Random(options.seed)
        began = time.monotonic()
        room.run("index", "--quiet")
        whole = time.monotonic() - began
        for number in range(options.kills):
            if number % 10 == 0:
                room.forget()
            child = room.start("index", "--quiet")
            time.sleep(chance.uniform(0, whole))
            child.send_signal(signal.SIGKILL)
            child.communicate()
            if number % 10 == 9 or chance.random() < 0.1:
                errors = room.expect_whole(f"after kill {number} (seed {options.seed})")
                if "damaged" in errors:
                    raise Fault(f"after kill {number} the index was thrown away: {errors.strip()}")
        return f"{options.kills} kills"


def full(options):
    """Fills a disk of twenty sizes: no success with half an index, and recovery once there is room."""
    if os.geteuid() != 0:
        return None
    with Room(options.program) as room:
        place = room.base + "/small"
        os.makedirs(place)
        good = 0
        for step in range(20):
            size = 128 + step * 640
            if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "newsroom", place]).returncode:
                return None
            try:
                status, output, errors = room.run("index", "--quiet", index=place + "/desk.sqlite")
                listed = room.run("list", index=place + "/desk.sqlite")[1].count("\n") if status == 0 else 0
                if status == 0 and listed != room.count and "read each time" not in errors:
                    raise Fault(f"{size} kB: ended well with {listed} of {room.count} stories")
                if status != 0 and not errors.strip():
                    raise Fault(f"{size} kB: failed without a word")
                good += status == 0
                subprocess.run(["mount", "-o", "remount,size=200m", place], check=True)
                status, _, errors = room.run("index", "--quiet", index=place + "/desk.sqlite")
                listed = room.run("list", index=place + "/desk.sqlite")[1].count("\n")
                if status or listed != room.count:
                    raise Fault(
                        f"{size} kB, then room: status {status}, {listed} stories; {errors.strip()[:200]}"
                    )
            finally:
                subprocess.run(["umount", place])
        return f"20 sizes, {good} of them large enough"


def damage(options):
    """Breaks an index in forty ways: each is reported and repaired, and none gives a wrong list."""
    with Room(options.program) as room:
        chance = random.Random(options.seed)
        room.run("index", "--quiet")
        folder = os.path.dirname(room.index)
        saved = room.base + "/saved"
        shutil.copytree(folder, saved)
        size = os.path.getsize(room.index)
        unsaid = 0
        for number in range(40):
            shutil.rmtree(folder)
            shutil.copytree(saved, folder)
            with open(room.index, "r+b") as file:
                if number < 6:
                    file.truncate([0, 1, 100, 4096, size // 2, size - 1][number])
                elif number < 20:
                    file.seek(chance.randrange(size))
                    file.write(bytes([chance.randrange(256) for _ in range(chance.choice([1, 2, 512]))]))
                elif number < 30:
                    file.seek(chance.randrange(size // 4096) * 4096)
                    file.write(bytes(4096))
                elif number < 34:
                    file.write(chance.randbytes(100))
                elif number < 38:
                    file.seek(size)
                    file.write(chance.randbytes(4096))
            if number >= 38:
                with open(room.index + "-wal", "wb") as file:
                    file.write(chance.randbytes(8192))
            errors = room.expect_whole(f"damage {number}")
            unsaid += number not in (0,) and number < 38 and "being built again" not in errors
        if unsaid:
            raise Fault(f"{unsaid} of 40 were mended without a word, or not seen")
        return "40 damaged indexes"


def together(options):
    """Runs four indexers at once, and kills the one at work."""
    with Room(options.program) as room:
        for round in range(5):
            room.forget()
            children = [room.start("index", "--quiet") for _ in range(4)]
            if round % 2:
                time.sleep(0.3)
                children[0].send_signal(signal.SIGKILL)
            for child in children:
                child.communicate(timeout=300)
            bad = [child.returncode for child in children if child.returncode not in (0, -signal.SIGKILL)]
            if bad:
                raise Fault(f"round {round}: statuses {bad}")
            room.expect_whole(f"round {round}")
        return "5 rounds of four indexers"


def crowd(options):
    """Runs another user's readers on the shared index, while it is refreshed and its indexer killed."""
    as_other = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else None
    if as_other is None:
        return None
    with Room(options.program) as room:
        status, _, errors = room.run("index", "--quiet", "--share")
        if status:
            raise Fault(f"can't share it: {errors}")
        others = room.base + "/others"
        os.makedirs(others)
        os.chown(others, NOBODY, NOBODY)
        environment = room.environment | {"HOME": others, "XDG_STATE_HOME": others, "XDG_CACHE_HOME": others}
        chance = random.Random(options.seed)
        reads = 0
        for step in range(options.refreshes):
            with open(f"{room.library}/000/{step % 50}.md", "a") as file:
                file.write(f"\nMore {step}\n")
            child = room.start("index", "--quiet", "--share")
            readers = [
                subprocess.Popen(
                    [room.program, "list", "-n", "5", "--index", room.index, room.library],
                    env=environment,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                    **as_other,
                )
                for _ in range(2)
            ]
            if step % 10 == 9:
                time.sleep(chance.uniform(0, 0.1))
                child.send_signal(signal.SIGKILL)
            for reader in readers:
                output, errors = reader.communicate(timeout=60)
                reads += 1
                if reader.returncode or output.count("\n") != 5 or errors.strip():
                    raise Fault(
                        f"refresh {step}: a reader ended with {reader.returncode}: {errors.strip()[:300]}"
                    )
            child.communicate(timeout=60)
        return (
            f"{options.refreshes} refreshes, {options.refreshes // 10} kills, {reads} reads of another user"
        )


SECTIONS = {"kill": kill, "full": full, "damage": damage, "together": together, "crowd": crowd}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--only", default=",".join(SECTIONS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--refreshes", type=int, default=1_000)
    options = parser.parse_args()
    options.program = os.path.abspath(options.program)
    failed = False
    for name in options.only.split(","):
        try:
            done = SECTIONS[name](options)
            print(f"{name:<9} {'passed over: it needs root' if done is None else 'ok: ' + done}", flush=True)
        except Fault as fault:
            failed = True
            print(f"{name:<9} FAILED: {fault}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
