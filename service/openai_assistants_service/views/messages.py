"""Messages, and the v1 links to their files."""

from collections.abc import Mapping
from typing import Any

from ..generations import Generation
from .tools import attached_tools_view


def message_view(record: Mapping[str, Any], generation: Generation) -> dict[str, Any]:
    """Return a message; like the wire, it says how far it is only where it is not complete."""
    view: dict[str, Any] = {
        "id": record["id"],
        "object": "thread.message",
        "created_at": record["created_at"],
        "assistant_id": record["assistant_id"],
        "thread_id": record["thread_id"],
        "run_id": record["run_id"],
        "role": record["role"],
        "content": [_part(part, generation) for part in record["content"]],
    }
    if record["status"] != "completed":
        for key in ("status", "incomplete_details", "incomplete_at", "completed_at"):
            view[key] = record[key]
    attached = record["attachments"]
    if generation is Generation.V1:
        view["file_ids"] = list(dict.fromkeys(one["file_id"] for one in attached))
    else:
        view["attachments"] = [
            {"file_id": one["file_id"], "tools": attached_tools_view(one["tools"], generation)}
            for one in attached
        ]
        if generation is Generation.FOUNDRY:
            view["attachments"] += record["data_attachments"] or []
    view["metadata"] = record["metadata"]
    return view


def _part(part: Mapping[str, Any], generation: Generation) -> dict[str, Any]:
    """Return a content part; only v1 quotes what a citation refers to."""
    if part["type"] != "text" or generation is Generation.V1:
        return dict(part)
    annotations = [_without_quote(one) for one in part["text"]["annotations"]]
    return {"type": "text", "text": {"value": part["text"]["value"], "annotations": annotations}}


def _without_quote(annotation: Mapping[str, Any]) -> dict[str, Any]:
    if annotation["type"] != "file_citation":
        return dict(annotation)
    return {**annotation, "file_citation": {"file_id": annotation["file_citation"]["file_id"]}}


def message_file_view(message_id: str, link: Mapping[str, Any]) -> dict[str, Any]:
    """Return the link of a file to a message."""
    return {
        "id": link["file_id"],
        "object": "thread.message.file",
        "created_at": link["created_at"],
        "message_id": message_id,
    }
