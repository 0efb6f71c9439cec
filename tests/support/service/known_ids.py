"""A hook of schemathesis: bodies name objects that exist, wherever they name one at all.

The ids come in the environment, by the names that path parameters have for them.
"""

import json
import os
from typing import Any, cast

import schemathesis

_IDS: dict[str, str] = json.loads(os.environ.get("KNOWN_IDS", "{}"))
_LISTS = {"file_ids": "file_id", "vector_store_ids": "vector_store_id"}


def known(value: Any) -> Any:
    """Replace every id of a kind that is known."""
    if isinstance(value, list):
        return [known(one) for one in cast("list[Any]", cast("object", value))]
    if not isinstance(value, dict):
        return value
    members = cast("dict[str, Any]", value)
    return {name: _known(name, one) for name, one in members.items()}


def _known(name: str, value: Any) -> Any:
    if name in _IDS and isinstance(value, str):
        return _IDS[name]
    if _LISTS.get(name) in _IDS and isinstance(value, list) and value:
        return [_IDS[_LISTS[name]]]
    return known(value)


@schemathesis.hook
def map_body(context: object, body: Any) -> Any:
    """Called for every body that was made up."""
    return known(body)
