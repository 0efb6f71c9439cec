"""Pages of 100 messages, as a service sends them. Nothing but the standard library is used here."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

MESSAGES = 100
THREAD = "thread_00000000000000000000001"
WORDS = "The launch is planned for the fourteenth of March, and the budget is settled. "


def full() -> bytes:
    """Indented JSON of about 123 kB; every message has each field of the second generation."""
    citation = {
        "type": "file_citation",
        "text": "【4:0†plan.txt】",
        "start_index": 20,
        "end_index": 34,
        "file_citation": {"file_id": "file-0000000000000000000001"},
    }
    return _page([_full_message(number, citation) for number in range(MESSAGES)], indent=2)


def _full_message(number: int, annotation: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": f"msg_{number:024d}",
        "object": "thread.message",
        "created_at": 1_700_000_000 + number,
        "assistant_id": "asst_000000000000000000000001",
        "thread_id": THREAD,
        "run_id": "run_0000000000000000000000001",
        "status": "completed",
        "incomplete_details": None,
        "incomplete_at": None,
        "completed_at": 1_700_000_001 + number,
        "role": "assistant",
        "content": [_text(f"{number}. {WORDS * 3}", annotation)],
        "attachments": [],
        "metadata": {"topic": "launch"},
    }


def recorded() -> bytes:
    """Compact JSON of about 40 kB, with what recorded pages have and in their proportions.

    Two of three messages are the user's; they are short; no message says how complete it is; one
    in eight brings an image, and one in sixteen a citation.
    """
    return _page([_recorded_message(number) for number in range(MESSAGES)])


def _recorded_message(number: int) -> dict[str, Any]:
    of_user = number % 3 != 0
    citation = {
        "type": "file_citation",
        "text": "【4:0†plan.txt】",
        "start_index": 5,
        "end_index": 19,
        "file_citation": {"file_id": "file-00000000000000000001"},
    }
    content = [_text(f"Question {number}?", *([citation] if number % 16 == 3 else []))]
    if number % 8 == 1:
        picture = {"url": "https://example.com/chart.png", "detail": "auto"}
        content.append({"type": "image_url", "image_url": picture})
    return {
        "id": f"msg_{number:024d}",
        "object": "thread.message",
        "created_at": 1_700_000_000 + number,
        "assistant_id": None if of_user else "asst_000000000000000000000001",
        "thread_id": THREAD,
        "run_id": None if of_user else "run_0000000000000000000000001",
        "role": "user" if of_user else "assistant",
        "content": content,
        "attachments": [],
        "metadata": {"topic": "launch"} if number % 8 == 1 else {},
    }


def newer() -> bytes:
    """The full page from a service that has a field more than this version knows."""
    page = json.loads(full())
    for message in page["data"]:
        message["mood"] = "calm"
    return json.dumps(page, indent=2, ensure_ascii=False).encode()


PAGES: dict[str, Callable[[], bytes]] = {"full": full, "recorded": recorded, "newer": newer}


def read(page: Any) -> None:
    """Reads five fields of each message, as an application does."""
    for message in page.data:
        _ = message.id, message.role, message.created_at, message.run_id
        _ = message.content[0].text.value


def _text(value: str, *annotations: dict[str, Any]) -> dict[str, Any]:
    return {"type": "text", "text": {"value": value, "annotations": list(annotations)}}


def _page(data: list[dict[str, Any]], indent: int | None = None) -> bytes:
    ends = {"first_id": data[0]["id"], "last_id": data[-1]["id"], "has_more": False}
    separators = None if indent else (",", ":")
    page = {"object": "list", "data": data, **ends}
    return json.dumps(page, indent=indent, separators=separators, ensure_ascii=False).encode()
