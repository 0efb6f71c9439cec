"""What a sandbox tells of a program, and is not trusted in."""

import asyncio
import json
from typing import Any

from .base import Outcome, OutputFile

_MOST_FILES = 20


class Unanswered(Exception):
    """There is no good answer from the sandbox; the text says why."""


async def read_answer(stream: asyncio.StreamReader | None, output: int, most_bytes: int) -> Outcome:
    """Return what became of a program.

    Args:
        output: the most characters of each of the texts.
        most_bytes: of all files together.

    Raises:
        Unanswered: the sandbox ended, or sends what it should not.
    """
    assert stream is not None
    try:
        line = await stream.readline()
        if not line:
            raise Unanswered("The program ended the interpreter, or used too much memory.")
        told: dict[str, Any] = json.loads(line)
        listed = [(_name(name), int(size), image is True) for name, size, image in told["files"]]
        if len(listed) > _MOST_FILES or sum(abs(size) for _, size, _ in listed) > most_bytes:
            raise Unanswered("The program wrote too many files.")
        files = [
            OutputFile(name, await stream.readexactly(size), image) for name, size, image in listed
        ]
        return Outcome(
            str(told["logs"])[:output],
            _text(told["result"], output),
            _text(told["error"], output),
            tuple(files),
        )
    except (ValueError, LookupError, TypeError, asyncio.IncompleteReadError) as error:
        raise Unanswered("The program broke the interpreter.") from error


def _text(value: object, most: int) -> str | None:
    return None if value is None else str(value)[:most]


def _name(name: object) -> str:
    if not isinstance(name, str) or not name or "/" in name or "\0" in name:
        raise ValueError(name)
    return name.encode("utf-8", "replace").decode()
