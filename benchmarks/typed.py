"""What a program would write for these pages with msgspec alone: types that keep what they name."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class FileReference(Struct):
    file_id: str


class Citation(Struct, tag="file_citation", tag_field="type"):
    text: str
    start_index: int
    end_index: int
    file_citation: FileReference


class FilePath(Struct, tag="file_path", tag_field="type"):
    text: str
    start_index: int
    end_index: int
    file_path: FileReference


class Text(Struct):
    value: str
    annotations: list[Citation | FilePath]


class TextBlock(Struct, tag="text", tag_field="type"):
    text: Text


class ImageFileBlock(Struct, tag="image_file", tag_field="type"):
    image_file: FileReference


class ImageURL(Struct):
    url: str
    detail: str | None = None


class ImageURLBlock(Struct, tag="image_url", tag_field="type"):
    image_url: ImageURL


class Message(Struct):
    id: str
    object: str
    created_at: int
    thread_id: str
    role: str
    content: list[TextBlock | ImageFileBlock | ImageURLBlock]
    metadata: dict[str, str] | None
    assistant_id: str | None = None
    run_id: str | None = None
    status: str | None = None
    incomplete_details: dict[str, Any] | None = None
    incomplete_at: int | None = None
    completed_at: int | None = None
    attachments: list[dict[str, Any]] | None = None


class Page(Struct):
    object: str
    data: list[Message]
    first_id: str | None
    last_id: str | None
    has_more: bool
