#!/usr/bin/env python3
"""Runs the fuzz target over every format, one process per core, and prints the results.

    fuzz.py FUZZ [--seconds N] [--jobs N] [FORMAT ...]

FUZZ is the program that `make fuzz` builds. Seeds are the fixtures of the tests. Inputs that libFuzzer keeps
are in .build-fuzz/corpus/FORMAT for the next run; inputs that crash, hang or take too much memory are in
.build-fuzz/findings. After fixing a finding, add it to Tests/StoryFormatsTests/Fixtures/Findings as
FORMAT-NAME. Exits with 1 if there was a finding.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Tests/StoryFormatsTests/Fixtures"
# An input that takes longer, or a parser that holds more, is a finding. (seconds, MB)
SLOWEST, LARGEST = 10, 2048


def fuzz(program, name, seconds):
    corpus = ROOT / ".build-fuzz/corpus" / name
    findings = ROOT / ".build-fuzz/findings"
    corpus.mkdir(parents=True, exist_ok=True)
    findings.mkdir(parents=True, exist_ok=True)
    command = [
        program,
        f"-max_total_time={seconds}",
        f"-timeout={SLOWEST}",
        f"-rss_limit_mb={LARGEST}",
        "-max_len=65536",
        "-print_final_stats=1",
        "-verbosity=1",
        f"-artifact_prefix={findings}/{name}-",
        str(corpus),
        *[str(folder) for folder in FIXTURES.iterdir() if folder.is_dir()],
    ]
    # Swift's crash reporter would wait for a debugger; libFuzzer reports enough.
    environment = os.environ | {"FUZZ_FORMAT": name, "SWIFT_BACKTRACE": "enable=no"}
    log = ROOT / ".build-fuzz" / f"{name}.log"
    with open(log, "wb") as output:
        try:
            ended = subprocess.run(
                command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                timeout=seconds + 300, check=False).returncode
        except subprocess.TimeoutExpired:
            ended = -1
    text = log.read_text(errors="replace")
    stats = dict(re.findall(r"stat::(\w+):\s+(\d+)", text))
    found = re.findall(r"Test unit written to (\S+)", text)
    return name, ended, stats, found, log


def main():
    parser = argparse.ArgumentParser(description="Fuzz every parser.")
    parser.add_argument("program")
    parser.add_argument("--seconds", type=int, default=60, help="for each format")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("formats", nargs="*")
    options = parser.parse_intermixed_args()
    program = str(pathlib.Path(options.program).resolve())
    plain = {key: value for key, value in os.environ.items() if key != "FUZZ_FORMAT"}
    known = subprocess.run(
        [program], env=plain, capture_output=True, text=True, check=True, timeout=60
    ).stdout.split()
    names = options.formats or known
    strangers = [name for name in names if name not in known]
    if strangers:
        sys.exit(f"fuzz.py: no format {', '.join(strangers)}; there are {', '.join(known)}")
    print(
        f"{'format':<10} {'seconds':>7} {'inputs':>9} {'a second':>9} {'kept':>6} {'slowest s':>9}"
        f" {'peak MB':>8}  findings"
    )
    failed = False
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for name, ended, stats, found, log in pool.map(
            lambda name: fuzz(program, name, options.seconds), names
        ):
            failed = failed or ended != 0
            word = ", ".join(found) if found else "none" if ended == 0 else f"ended with {ended}, see {log}"
            print(
                f"{name:<10} {options.seconds:>7} {stats.get('number_of_executed_units', '-'):>9} "
                f"{stats.get('average_exec_per_sec', '-'):>9} {stats.get('new_units_added', '-'):>6} "
                f"{stats.get('slowest_unit_time_sec', '-'):>9} {stats.get('peak_rss_mb', '-'):>8}  {word}",
                flush=True,
            )
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
