"""What the program prints as JSON lines, with a home folder of its own."""

import json
import os
import subprocess
import tempfile


class Answers:
    """The program and a home folder that lasts as long as the `with` block."""

    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.home = tempfile.TemporaryDirectory()

    def __enter__(self):
        self.environment = {"HOME": self.home.name, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        return self

    def __exit__(self, *_):
        self.home.cleanup()

    def lines(self, *arguments, questions=()):
        """The JSON objects that a command prints; one line of standard input for each question."""
        done = subprocess.run(
            [self.program, *arguments],
            input="".join(question + "\n" for question in questions),
            capture_output=True,
            text=True,
            env=self.environment,
        )
        return [json.loads(line) for line in done.stdout.splitlines()]

    def each(self, folder, questions, *arguments):
        """The same for questions that all must be answered; ends the program at an error."""
        answers = self.lines(*arguments, "-L", folder, questions=questions)
        for question, answer in zip(questions, answers):
            if "error" in answer:
                raise SystemExit(f"{folder}: {question}: {answer['error']}")
        return answers
