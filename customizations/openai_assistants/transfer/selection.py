"""What is asked for, and what an answer means for it."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from openai_assistants_core import APIStatusError, UnsupportedOperation

PURPOSES = ("assistants", "assistants_output", "vision", "user_data")
"""The purposes of files of assistants; others are exported if something names them."""


def not_offered(error: Exception) -> bool:
    """Whether an error says that the endpoint does not have such an operation."""
    if isinstance(error, UnsupportedOperation):
        return True
    return isinstance(error, APIStatusError) and error.status_code in (404, 405, 501)


def unavailable(error: Exception) -> bool:
    """Whether an error says that one file is not to be had, gone or guarded as it is."""
    return isinstance(error, APIStatusError) and error.status_code in (400, 403, 404)


def refusal(error: Exception) -> str:
    """Why something is not to be had, in one line: what the service says, if it says anything."""
    body: Any = getattr(error, "body", None)
    said = cast("Mapping[str, Any]", body).get("message") if isinstance(body, Mapping) else None
    return " ".join(str(said or error).split())


def read_ids(path: str | os.PathLike[str]) -> Iterator[str]:
    """The ids of a file: one on each line, ahead of anything else there; `#` begins a comment.

    Raises:
        OSError: it cannot be read.
    """
    with Path(path).open(encoding="utf-8-sig") as lines:
        for line in lines:
            words = line.partition("#")[0].replace(",", " ").split()
            if words:
                yield words[0]
