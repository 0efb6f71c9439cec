"""What a tool's result, or its failure, is to the model: always text."""

from typing import Any

import msgspec

from openai_assistants_core.model import encode
from openai_assistants_core.model_dump import can_dump, dump_foreign


def as_text(result: Any) -> str:
    """A result as the output of a tool call: text as it is, anything else as JSON.

    Raises:
        TypeError, ValueError: it has no JSON form, or half of a surrogate pair in it.
    """
    if isinstance(result, str):
        result.encode()  # it may have the name of a file in it that is no UTF-8
        return result
    return msgspec.json.encode(encode(result), enc_hook=_plain).decode()


def _plain(value: Any) -> Any:
    """Objects of other libraries that say what they are, wherever they stand."""
    if can_dump(value):
        return dump_foreign(value, exclude_unset=False)
    raise TypeError(f"an object of type `{type(value).__qualname__}` has no JSON form")


def failure_text(error: Exception) -> str:
    """An exception as the output of a tool call: its class and message, and no traceback."""
    message = str(error)
    return readable(f"Error: {type(error).__name__}" + (f": {message}" if message else ""))


def readable(text: str) -> str:
    """A message with halves of surrogate pairs, which no service takes, as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()
