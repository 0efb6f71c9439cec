"""Why a file has no text."""

from typing import Literal

UnreadableCode = Literal["unsupported_file", "invalid_file", "server_error"]
"""The codes of `last_error` of a vector store file."""


class Unreadable(Exception):
    """A file cannot be read; `last_error` has this code and message."""

    def __init__(self, code: UnreadableCode, message: str) -> None:
        super().__init__(message)
        self.code: UnreadableCode = code
        self.message = message


def unsupported(message: str) -> Unreadable:
    """Make the error of a file of a kind that is not read."""
    return Unreadable("unsupported_file", message)


def invalid(message: str) -> Unreadable:
    """Make the error of a file that is not what it should be, or is too much."""
    return Unreadable("invalid_file", message)
