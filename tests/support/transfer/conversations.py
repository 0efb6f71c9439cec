"""A scripted server of the Conversations API, which takes what OpenAI documents and no more."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import httpx

MOST_ITEMS = 20

STATUSES = {"in_progress", "completed", "incomplete"}
SEARCH_STATUSES = STATUSES | {"searching", "failed"}
Fields = Mapping[str, tuple[bool, Callable[[Any], bool]]]
"""Of an object: whether a field is required, and what it may be."""


class Refused(Exception):
    """A request is not what is documented."""


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def begins(prefix: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value.startswith(prefix)


def one_of(*values: str) -> Callable[[Any], bool]:
    return lambda value: value in values


def array_of(check: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(check(one) for one in value)


def record(fields: Fields) -> Callable[[Any], bool]:
    def check(value: Any) -> bool:
        if not isinstance(value, dict) or not set(value) <= set(fields):
            raise Refused(f"{value} has other fields than {set(fields)}")
        for name, (required, fits) in fields.items():
            if required and name not in value:
                raise Refused(f"{name} is missing in {value}")
            if name in value and not fits(value[name]):
                raise Refused(f"{name} is wrong in {value}")
        return True

    return check


def by_type(kinds: Mapping[str, Fields]) -> Callable[[Any], bool]:
    def check(value: Any) -> bool:
        kind = str(value.get("type") if isinstance(value, dict) else None)
        if kind not in kinds:
            raise Refused(f"unknown type in {value}")
        return record({"type": (True, is_text), **kinds[kind]})(value)

    return check


def is_attributes(value: Any) -> bool:
    return isinstance(value, dict) and len(value) <= 16


ANNOTATION = by_type(
    {
        "file_citation": {
            "file_id": (True, is_text),
            "filename": (True, is_text),
            "index": (True, is_integer),
        },
        "file_path": {"file_id": (True, is_text), "index": (True, is_integer)},
        "url_citation": {
            "url": (True, is_text),
            "title": (True, is_text),
            "start_index": (True, is_integer),
            "end_index": (True, is_integer),
        },
    }
)
INPUT = by_type(
    {
        "input_text": {"text": (True, is_text)},
        "input_image": {
            "detail": (True, one_of("auto", "low", "high", "original")),
            "file_id": (False, is_text),
            "image_url": (False, is_text),
        },
    }
)
OUTPUT = by_type(
    {
        "output_text": {"text": (True, is_text), "annotations": (True, array_of(ANNOTATION))},
        "refusal": {"refusal": (True, is_text)},
    }
)
RESULT = record(
    {
        "file_id": (False, is_text),
        "filename": (False, is_text),
        "score": (False, is_number),
        "text": (False, is_text),
        "attributes": (False, is_attributes),
    }
)
ITEM = by_type(
    {
        "function_call": {
            "call_id": (True, is_text),
            "name": (True, is_text),
            "arguments": (True, is_text),
            "id": (False, begins("fc_")),
            "status": (False, one_of(*STATUSES)),
        },
        "function_call_output": {
            "call_id": (True, is_text),
            "output": (True, is_text),
            "id": (False, begins("fc_")),
            "status": (False, one_of(*STATUSES)),
        },
        "file_search_call": {
            "id": (True, begins("fs_")),
            "queries": (True, array_of(is_text)),
            "status": (True, one_of(*SEARCH_STATUSES)),
            "results": (False, array_of(RESULT)),
        },
    }
)
SAID = record(
    {
        "type": (True, one_of("message")),
        "id": (True, begins("msg_")),
        "role": (True, one_of("assistant")),
        "status": (True, one_of(*STATUSES)),
        "content": (True, array_of(OUTPUT)),
    }
)
ASKED = record(
    {
        "type": (False, one_of("message")),
        "role": (True, one_of("user", "system", "developer")),
        "content": (True, array_of(INPUT)),
        "status": (False, one_of(*STATUSES)),
    }
)


def check_item(item: Any) -> None:
    if item.get("type") != "message":
        ITEM(item)
    elif item.get("role") == "assistant":
        SAID(item)
    else:
        ASKED(item)


def check_metadata(metadata: Any) -> None:
    if not isinstance(metadata, dict) or len(metadata) > 16:
        raise Refused(f"{metadata} is no metadata")
    if any(len(key) > 64 or len(value) > 512 for key, value in metadata.items()):
        raise Refused(f"{metadata} is too long")


class Conversations:
    """Takes requests in place of a network.

    Attributes:
        conversations: the items of each, by id.
        refused: what was wrong.
    """

    def __init__(self) -> None:
        self.conversations: dict[str, list[Any]] = {}
        self.refused: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        try:
            return httpx.Response(200, json=self._answer(request))
        except Refused as error:
            self.refused.append(str(error))
            return httpx.Response(400, json={"error": {"message": str(error)}})

    def _answer(self, request: httpx.Request) -> Any:
        body = json.loads(request.content)
        _, _, rest = request.url.path.partition("/conversations")
        if request.method != "POST" or (rest and not rest.endswith("/items")):
            raise Refused(f"{request.method} {request.url.path}")
        known = {"items"} if rest else {"items", "metadata"}
        items = body.get("items")
        if not set(body) <= known or not isinstance(items, list) or len(items) > MOST_ITEMS:
            raise Refused(f"wrong body: {set(body)}")
        if not rest:
            check_metadata(body["metadata"])
        made = rest.split("/")[1] if rest else f"conv_{len(self.conversations)}"
        held = self.conversations.setdefault(made, [])
        for item in items:
            check_item(item)
            self._check_call(item, held)
            held.append(item)
        return {"id": made, "object": "conversation", "created_at": 0, "metadata": {}}

    def _check_call(self, item: Any, before: list[Any]) -> None:
        """An output follows its call, and no call stays without one."""
        last = before[-1] if before else {"type": None}
        if item["type"] == "function_call_output":
            if last.get("type") != "function_call" or last["call_id"] != item["call_id"]:
                raise Refused(f"no call for {item}")
        elif last["type"] == "function_call":
            raise Refused(f"no output for {last}")


def post_all(http: httpx.Client, path: Path) -> None:
    """Make a conversation of each line, as OpenAI documents it: 20 items at a time."""
    for line in path.read_bytes().splitlines():
        said = json.loads(line)
        items = said["items"]
        body = {"metadata": said["metadata"], "items": items[:MOST_ITEMS]}
        made = http.post("/conversations", json=body).raise_for_status().json()["id"]
        for start in range(MOST_ITEMS, len(items), MOST_ITEMS):
            some = {"items": items[start : start + MOST_ITEMS]}
            http.post(f"/conversations/{made}/items", json=some).raise_for_status()
