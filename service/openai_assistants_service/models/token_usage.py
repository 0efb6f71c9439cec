"""The tokens of a turn, as servers of language models count them."""

from ..json_types import JsonObject
from .base import Usage


def read_usage(usage: JsonObject, prompt: str, completion: str) -> Usage:
    """Read a `usage`, in which the tokens read and written have these names."""
    prompt_details: JsonObject = usage.get(f"{prompt}_details") or {}
    completion_details: JsonObject = usage.get(f"{completion}_details") or {}
    return Usage(
        int(usage.get(prompt) or 0),
        int(usage.get(completion) or 0),
        int(prompt_details.get("cached_tokens") or 0),
        int(completion_details.get("reasoning_tokens") or 0),
    )
