"""What a tool's result, or its failure, is to the model: always text."""

from typing import Any

import msgspec

from openai_assistants_core.model import encode


def as_text(result: Any) -> str:
    """A result as the output of a tool call: text as it is, anything else as JSON.

    Raises:
        TypeError, ValueError: it has no JSON form.
    """
    if isinstance(result, str):
        return result
    return msgspec.json.encode(encode(result), enc_hook=_plain).decode()


def _plain(value: Any) -> Any:
    """Models of pydantic and of other libraries with its methods, wherever they stand."""
    dump = getattr(value, "model_dump", None)
    if dump is not None and not isinstance(value, type):
        return dump(mode="json")
    raise TypeError(f"an object of type `{type(value).__qualname__}` has no JSON form")


def failure_text(error: Exception) -> str:
    """An exception as the output of a tool call: its class and message, and no traceback."""
    message = str(error)
    return f"Error: {type(error).__name__}" + (f": {message}" if message else "")
