"""Check an object that comes from elsewhere against the models of the generated client.

Types are checked at every depth. What the models require must be there; what they do not know is
no error, since another service may show more than this one stores.
"""

import re
from functools import cache
from typing import Any, cast

import msgspec

from openai_assistants_core import Model
from openai_assistants_core.mismatch import Mismatch
from openai_assistants_rest import models

from ...errors import bad_request
from ...json_types import JsonObject
from ..validation import wording

IMPORTABLE: dict[str, type[Model]] = {
    "assistant": models.Assistant,
    "file": models.FileObject,
    "thread": models.Thread,
    "thread.message": models.Message,
    "thread.run": models.Run,
    "thread.run.step": models.RunStep,
    "vector_store": models.VectorStore,
    "vector_store.file": models.VectorStoreFile,
}
"""The models of the objects that can be imported, by their `object`."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
_FILE_ID = re.compile(r"(file|assistant)[-_][A-Za-z0-9_-]{1,99}")
"""The ids of files name their contents in the folder of files: nothing else there is called so."""

_Path = tuple[str | int, ...]


def check_object(raw: Any, path: _Path) -> JsonObject:
    """Return an object, once it is known to be one that can be imported.

    Raises:
        ApiError: it is not; the error names the place (400).
    """
    if not isinstance(raw, dict):
        raise wording.wrong_type(path, ["object"], raw)
    fields = cast("JsonObject", raw)
    kind = fields.get("object")
    model = IMPORTABLE.get(kind) if isinstance(kind, str) else None
    if model is None:
        raise wording.wrong_value((*path, "object"), IMPORTABLE, kind)
    try:
        decoded = model.decode(fields)
    except Mismatch as mismatch:
        name = f"{wording.parameter(path)}.{mismatch.path}"
        message = f"Invalid type for '{name}': expected {mismatch.expected}, but got "
        raise bad_request(f"{message}{mismatch.found} instead.", name, "invalid_type") from None
    _require(decoded, path)
    _check_id(fields, path)
    return fields


def _check_id(fields: JsonObject, path: _Path) -> None:
    pattern = _FILE_ID if fields["object"] == "file" else _ID
    if not pattern.fullmatch(fields["id"]):
        raise wording.wrong_pattern((*path, "id"), pattern.pattern)


def _require(value: object, path: _Path) -> None:
    """Raise the 400 of the first thing that is not there, or null, and has to be."""
    if isinstance(value, Model):
        for name, inner in vars(value).items():
            if inner is None and name in _indispensable(type(value)):
                raise wording.missing((*path, name))
            _require(inner, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            if item is None:
                raise wording.missing((*path, index))
            _require(item, (*path, index))


@cache
def _indispensable(model: type[Model]) -> frozenset[str]:
    """Return the fields of a model that are required and may not be null."""
    info = cast("msgspec.inspect.StructType", msgspec.inspect.type_info(model))
    return frozenset(
        field.name for field in info.fields if field.required and not _nullable(field.type)
    )


def _nullable(kind: msgspec.inspect.Type) -> bool:
    return isinstance(kind, msgspec.inspect.UnionType) and kind.includes_none
