"""The type of JSON that is passed along as it is."""

from typing import Any, cast

JsonObject = dict[str, Any]
"""A JSON object, by the names of its fields."""


def as_object(value: Any) -> JsonObject | None:
    """Return a JSON value that is an object; None for any other."""
    return cast("JsonObject", value) if isinstance(value, dict) else None
