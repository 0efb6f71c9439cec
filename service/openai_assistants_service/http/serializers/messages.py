"""Messages, and the v1 links to their files."""

from collections.abc import Mapping
from typing import Any

from ...runs.lifecycle import MessageStatus
from ..providers import ApiVersion
from .tools import serialize_attachment_tools


def serialize_message(
    row: Mapping[str, Any], api_version: ApiVersion, *, streamed: bool = False
) -> dict[str, Any]:
    """Return a message.

    v2's clients require a status. The rest of how far it is, and all of it in v1, is there only
    in streams and where the message is not complete, as on the wire.
    """
    result: dict[str, Any] = {
        "id": row["id"],
        "object": "thread.message",
        "created_at": row["created_at"],
        "assistant_id": row["assistant_id"],
        "thread_id": row["thread_id"],
        "run_id": row["run_id"],
        "role": row["role"],
        "content": [_part(part, api_version) for part in row["content"]],
    }
    if api_version is not ApiVersion.V1:
        result["status"] = row["status"]
    if streamed or row["status"] != MessageStatus.COMPLETED:
        for key in ("status", "incomplete_details", "incomplete_at", "completed_at"):
            result[key] = row[key]
    attached = row["attachments"]
    if api_version is ApiVersion.V1:
        result["file_ids"] = list(dict.fromkeys(one["file_id"] for one in attached))
    else:
        result["attachments"] = [
            {
                "file_id": one["file_id"],
                "tools": serialize_attachment_tools(one["tools"], api_version),
            }
            for one in attached
        ]
        if api_version is ApiVersion.FOUNDRY:
            result["attachments"] += row["data_attachments"] or []
    result["metadata"] = row["metadata"]
    return result


def _part(part: Mapping[str, Any], api_version: ApiVersion) -> dict[str, Any]:
    """Return a content part; only v1 quotes what a citation refers to."""
    if part["type"] != "text" or api_version is ApiVersion.V1:
        return dict(part)
    annotations = [_without_quote(one) for one in part["text"]["annotations"]]
    return {"type": "text", "text": {"value": part["text"]["value"], "annotations": annotations}}


def _without_quote(annotation: Mapping[str, Any]) -> dict[str, Any]:
    if annotation["type"] != "file_citation":
        return dict(annotation)
    return {**annotation, "file_citation": {"file_id": annotation["file_citation"]["file_id"]}}


def serialize_message_file(message_id: str, link: Mapping[str, Any]) -> dict[str, Any]:
    """Return the link of a file to a message."""
    return {
        "id": link["file_id"],
        "object": "thread.message.file",
        "created_at": link["created_at"],
        "message_id": message_id,
    }
