"""A page followed word by word: what it says to type, in terminals, and what it shows of that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import attrs
from tests.support.client.command_line import Terminal

ANYTHING = "…"
"""In what a page shows: what is different each time, up to the end of the line."""
END = "--- the end of a step"


@attrs.frozen
class Step:
    """A block to type, and what the page shows behind it; None, nothing."""

    typed: str
    shown: str | None = None

    @property
    def stays(self) -> bool:
        """Whether its terminal is busy from now on: the next step needs another."""
        return self.typed.startswith("openai-assistants serve")


def read(page: str) -> tuple[dict[str, str], list[Step]]:
    """The files that a page has one save, by their names, and its steps.

    Raises:
        ValueError: a block is of a kind that nobody could follow.
    """
    files: dict[str, str] = {}
    steps: list[Step] = []
    for kind, block in re.findall(r"^```(\S*)\n(.*?)^```$", page, re.S | re.M):
        if kind == "sh":
            steps.append(Step(block))
        elif kind == "text" and steps and steps[-1].shown is None:
            steps[-1] = attrs.evolve(steps[-1], shown=block)
        elif kind == "python" and (name := re.match(r"# (\w+\.py)\n", block)):
            files[name[1]] = block
        else:
            raise ValueError(f"a block that cannot be followed, {kind!r}: {block}")
    return files, steps


def agrees(shown: str, printed: str) -> bool:
    """Whether what was printed is what a page shows."""
    parts = shown.replace("\n", "\r\n").split(ANYTHING)
    return re.fullmatch("[^\r\n]+".join(map(re.escape, parts)), printed) is not None


def follow(page: str, folder: Path, environ: Mapping[str, str]) -> int:
    """Does what a page says in a folder, and compares what is printed; returns the steps.

    Raises:
        AssertionError: a step failed, or printed something else than the page shows.
    """
    files, steps = read(page)
    for name, program in files.items():
        (folder / name).write_text(program, encoding="utf-8")
    with ExitStack() as open_terminals:
        for group in _by_terminal(steps):
            open_terminals.enter_context(_followed(group, folder, environ))
    return len(steps)


def _by_terminal(steps: Sequence[Step]) -> Iterator[list[Step]]:
    group: list[Step] = []
    for step in steps:
        group.append(step)
        if step.stays:
            yield group
            group = []
    if group:
        yield group


@contextmanager
def _followed(steps: Sequence[Step], folder: Path, environ: Mapping[str, str]) -> Iterator[None]:
    """A terminal in which these steps were done; what it is busy with ends with Ctrl-C."""
    lines = [f"{step.typed}echo {END}\n" for step in steps]
    command = ["/bin/bash", "-eo", "pipefail", "-c", "".join(lines)]
    with Terminal(command, folder, environ, columns=100) as terminal:
        place = 0
        for step in steps:
            if step.stays:
                assert step.shown is not None, "a page says when a service is ready"
                terminal.until(step.shown.replace("\n", "\r\n"))
                break
            printed = terminal.until(f"{END}\r\n")[place:].partition(END)[0]
            place += len(f"{printed}{END}\r\n")
            assert step.shown is None or agrees(step.shown, printed), (step, printed)
        yield
        if steps[-1].stays:
            terminal.type("\x03")
            assert terminal.end().code in (0, 130), terminal.seen
