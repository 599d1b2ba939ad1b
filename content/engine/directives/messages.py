"""The error messages in what programs printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARGIN = re.compile(r"\A[ +|]*\| ?")  # of exceptions within an ExceptionGroup
TRACEBACK = re.compile(r"Traceback \(most recent call last\):")
NAMED = r"(?:\w+\.)*[A-Z]\w*"
EXCEPTION = re.compile(rf"(?P<kind>{NAMED}(?:Error|Exception|Warning|Group|Interrupt|Exit)):(?: (?P<text>.*))?")
ENDING = re.compile(rf"(?P<kind>{NAMED})(?::(?: (?P<text>.*))?)?")  # of a traceback: any name will do
NUMBER = re.compile(r"0x[0-9a-fA-F]+|\d+(?:\.\d+)*")


@dataclass(frozen=True)
class Message:
    """An exception's name as it is printed, and its text; empty where it has none."""

    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}" if self.text else self.kind

    @property
    def name(self) -> str:
        """The exception's name without its module."""
        return self.kind.rpartition(".")[2]


def alike(text: str) -> str:
    """A text without its numbers and addresses: two messages that differ only in these are one error."""
    return NUMBER.sub("0", text)


def messages(output: str) -> Iterator[Message]:
    """The exceptions that an output names, in order: each line that ends a traceback, or has that line's shape."""
    lines = [MARGIN.sub("", line, count=1) for line in output.splitlines()]
    in_traceback = False
    for number, line in enumerate(lines):
        if TRACEBACK.fullmatch(line):
            in_traceback = True
        else:
            found = (ENDING if in_traceback else EXCEPTION).fullmatch(line.rstrip())
            if found:
                in_traceback = False
                yield Message(found["kind"], (found["text"] or "").strip() or _paragraph(lines[number + 1 :]))


def _paragraph(lines: list[str]) -> str:
    """The indented lines right below an exception's name, as one."""
    words: list[str] = []
    for line in lines:
        if not line.strip() or not line.startswith(" "):
            break
        words += line.split()
    return " ".join(words)
