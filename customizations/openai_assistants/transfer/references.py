"""The files and vector stores that objects refer to."""

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from .folder import Object, nested

Keep = Callable[[str], str | None]
"""Gives the id that takes the place of one; None leaves out what refers to it."""


def named_files(value: object) -> Iterator[str]:
    """The ids of files in an object, at any depth: attached, cited, searched, shown."""
    if isinstance(value, Mapping):
        fields = cast("Mapping[str, object]", value)
        if fields.get("object") == "vector_store.file":
            yield str(fields["id"])
        for name, inner in fields.items():
            if name == "file_id" and isinstance(inner, str):
                yield inner
            elif name == "file_ids" and isinstance(inner, list):
                yield from cast("list[str]", inner)
            elif name != "metadata":
                yield from named_files(inner)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from named_files(item)


def relinked(one: Object, file: Keep, store: Keep) -> Object:
    """An assistant, a thread or a message that is linked to other files and vector stores.

    Only what a service keeps as links is changed; what is cited or was searched stays as it was.

    Args:
        file: for the ids of files.
        store: for the ids of vector stores.
    """
    changed = dict(one)
    if one.get("file_ids"):
        changed["file_ids"] = _kept(one["file_ids"], file)
    if one.get("attachments"):
        changed["attachments"] = list(_attachments(one["attachments"], file))
    if one.get("tool_resources"):
        changed["tool_resources"] = _resources(one["tool_resources"], file, store)
    return changed


def _kept(ids: list[str], keep: Keep) -> list[str]:
    return [new for new in map(keep, ids) if new is not None]


def _attachments(attachments: list[Object], file: Keep) -> Iterator[Object]:
    for one in attachments:
        if not one.get("file_id"):  # such as one with a data source
            yield one
        elif (new := file(one["file_id"])) is not None:
            yield {**one, "file_id": new}


def _resources(resources: Object, file: Keep, store: Keep) -> Object:
    changed = dict(resources)
    for tool, name, keep in (
        ("code_interpreter", "file_ids", file),
        ("file_search", "vector_store_ids", store),
    ):
        if nested(resources, tool).get(name):
            changed[tool] = {**resources[tool], name: _kept(resources[tool][name], keep)}
    return changed
