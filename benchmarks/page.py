"""A full page of 100 messages as a service sends it, and msgspec's types for it."""

from __future__ import annotations

import json
from typing import Any

import msgspec

MESSAGES = 100


def page() -> bytes:
    """Indented JSON of about 123 kB; every message has each field of the second generation."""
    words = "The launch is planned for the fourteenth of March, and the budget is settled. " * 3
    data = [
        {
            "id": f"msg_{number:024d}",
            "object": "thread.message",
            "created_at": 1_700_000_000 + number,
            "assistant_id": "asst_000000000000000000000001",
            "thread_id": "thread_00000000000000000000001",
            "run_id": "run_0000000000000000000000001",
            "status": "completed",
            "incomplete_details": None,
            "incomplete_at": None,
            "completed_at": 1_700_000_001 + number,
            "role": "assistant",
            "content": [
                {
                    "type": "text",
                    "text": {
                        "value": f"{number}. {words}",
                        "annotations": [
                            {
                                "type": "file_citation",
                                "text": "【4:0†plan.txt】",
                                "start_index": 20,
                                "end_index": 34,
                                "file_citation": {"file_id": "file-0000000000000000000001"},
                            }
                        ],
                    },
                }
            ],
            "attachments": [],
            "metadata": {"topic": "launch"},
        }
        for number in range(MESSAGES)
    ]
    ends = {"first_id": data[0]["id"], "last_id": data[-1]["id"], "has_more": False}
    return json.dumps({"object": "list", "data": data, **ends}, indent=2).encode()


class FileCitation(msgspec.Struct):
    file_id: str
    quote: str | None = None


class Citation(msgspec.Struct, tag="file_citation", tag_field="type"):
    text: str
    start_index: int
    end_index: int
    file_citation: FileCitation


class FilePath(msgspec.Struct, tag="file_path", tag_field="type"):
    text: str
    start_index: int
    end_index: int
    file_path: FileCitation


class Text(msgspec.Struct):
    value: str
    annotations: list[Citation | FilePath]


class TextBlock(msgspec.Struct, tag="text", tag_field="type"):
    text: Text


class ImageBlock(msgspec.Struct, tag="image_file", tag_field="type"):
    image_file: FileCitation


class Message(msgspec.Struct):
    id: str
    object: str
    created_at: int
    thread_id: str
    role: str
    content: list[TextBlock | ImageBlock]
    metadata: dict[str, str] | None
    assistant_id: str | None = None
    run_id: str | None = None
    status: str | None = None
    incomplete_details: dict[str, Any] | None = None
    incomplete_at: int | None = None
    completed_at: int | None = None
    attachments: list[dict[str, Any]] | None = None


class Page(msgspec.Struct):
    object: str
    data: list[Message]
    first_id: str | None
    last_id: str | None
    has_more: bool
