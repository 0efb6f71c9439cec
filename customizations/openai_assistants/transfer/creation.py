"""The requests that create exported objects anew, where they cannot keep their ids. No I/O."""

from typing import Any

from .folder import Object, nested
from .references import Keep, relinked

TAG = "imported_from"
"""The key in the metadata of what was created; its value is the id in the export."""

_MOST_METADATA = 16
_PARTS = {"text", "refusal", "image_file", "image_url"}
_UPLOADABLE = ("assistants", "vision", "user_data")
_ASSISTANT = (
    "model",
    "name",
    "description",
    "instructions",
    "tools",
    "temperature",
    "top_p",
    "response_format",
    "reasoning_effort",
)


def tagged(one: Object) -> Object:
    """The metadata of an object with its id as a tag, if there is room for it."""
    metadata: Object = dict(one.get("metadata") or {})
    if len(metadata) < _MOST_METADATA:
        metadata.setdefault(TAG, one["id"])
    return metadata


def purpose_of(file: Object) -> str:
    """The purpose that a file is uploaded with; what an assistant wrote cannot be uploaded so."""
    return file["purpose"] if file["purpose"] in _UPLOADABLE else "assistants"


def assistant_body(one: Object, keep: Keep) -> Object:
    """The body that creates an assistant."""
    linked = relinked(one, keep, keep)
    body = {name: one[name] for name in _ASSISTANT if one.get(name) is not None}
    return {**body, **_links(linked), "metadata": tagged(one)}


def thread_body(one: Object, keep: Keep) -> Object:
    """The body that creates a thread, without its messages."""
    return {**_links(relinked(one, keep, keep)), "metadata": tagged(one)}


def _links(linked: Object) -> Object:
    return {name: linked[name] for name in ("tool_resources", "file_ids") if linked.get(name)}


def store_body(one: Object) -> Object:
    """The body that creates a vector store, without its files."""
    names = ("name", "description", "expires_after")
    return {**{name: one[name] for name in names if one.get(name)}, "metadata": tagged(one)}


def store_file_body(one: Object, file_id: str) -> Object:
    """The body that puts a file into a vector store."""
    body: Object = {"file_id": file_id}
    if one.get("attributes"):
        body["attributes"] = one["attributes"]
    if nested(one, "chunking_strategy").get("type") == "static":
        body["chunking_strategy"] = one["chunking_strategy"]
    return body


def message_body(one: Object, keep: Keep) -> Object | None:
    """The body that adds a message to a thread; None if there is nothing in it to add."""
    parts = [made for part in one["content"] if (made := _part(part, keep)) is not None]
    if not parts:
        return None
    linked = relinked(one, keep, keep)
    body: Object = {"role": one["role"], "content": parts, "metadata": one.get("metadata") or {}}
    if len(parts) == 1 and parts[0]["type"] == "text":
        body["content"] = parts[0]["text"]  # all that the first generation takes
    for name in ("attachments", "file_ids"):
        if linked.get(name):
            body[name] = linked[name]
    return body


def _part(part: Object, keep: Keep) -> Object | None:
    """A part of a message as requests have it; what an assistant cannot be made to say is text."""
    if part["type"] == "image_file":
        image: Object = part["image_file"]
        new = keep(image["file_id"])
        return None if new is None else {**part, "image_file": {**image, "file_id": new}}
    if part["type"] == "text":
        return {"type": "text", "text": part["text"]["value"]} if part["text"]["value"] else None
    if part["type"] == "refusal":
        return {"type": "text", "text": part["refusal"]}
    return part if part["type"] == "image_url" else None


def lost_with(one: Object) -> list[str]:
    """What of a message cannot be given to another endpoint."""
    lost: list[str] = []
    texts: list[Any] = [part["text"] for part in one["content"] if part["type"] == "text"]
    if any(text.get("annotations") for text in texts):
        lost.append("its annotations")
    others = {part["type"] for part in one["content"]} - _PARTS
    return lost + [f"a part of type {kind}" for kind in sorted(others)]
