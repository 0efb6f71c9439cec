"""The type of JSON that is passed along as it is."""

from typing import Any

JsonObject = dict[str, Any]
"""A JSON object, by the names of its fields."""
