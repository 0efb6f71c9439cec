"""Constraints and descriptions in Annotated, as msgspec takes them.

msgspec reads its own Meta. This adds plain strings, which are descriptions, the constraints of
annotated-types, and pydantic's Field, without importing either library.
"""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import Meta

from .errors import ToolDefinitionError

_CONSTRAINTS = ("gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length", "pattern")


def with_meta(annotation: Any) -> Any:
    """The annotation, with all metadata that is understood as msgspec.Meta, at every level."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        base, *metadata = parts
        metas = tuple(meta for each in metadata for meta in _metas(each))
        changed = with_meta(base)
        return Annotated[(changed, *metas)] if metas else changed
    if not parts or origin is Literal:
        return annotation
    changed_parts = tuple(with_meta(part) for part in parts)
    constructor = Union if origin is UnionType else origin
    if constructor is Union:
        _refuse_what_crashes(changed_parts)
    return annotation if changed_parts == parts else constructor[changed_parts]


def _refuse_what_crashes(parts: tuple[Any, ...]) -> None:
    """Refuses a union that msgspec 0.22 frees wrongly, which crashes the interpreter."""
    fixed = any(get_origin(part) is tuple and Ellipsis not in get_args(part) for part in parts)
    if fixed and any(_has_limits(part) for part in parts):
        raise ToolDefinitionError(
            "a union of a fixed tuple and a type with limits is not supported"
        )


def _has_limits(annotation: Any) -> bool:
    metadata = getattr(annotation, "__metadata__", ())
    return any(getattr(meta, name, None) is not None for meta in metadata for name in _CONSTRAINTS)


def _metas(metadata: Any) -> Iterator[Meta]:
    if isinstance(metadata, str):
        yield Meta(description=metadata)
    elif isinstance(metadata, Meta):
        yield metadata
    elif type(metadata).__module__.partition(".")[0] in {"annotated_types", "pydantic"}:
        if hasattr(metadata, "metadata"):  # pydantic's Field
            if metadata.description:
                yield Meta(description=metadata.description)
            parts = metadata.metadata
        else:  # Interval and Len are several in one
            parts = metadata if hasattr(metadata, "__iter__") else (metadata,)
        for part in parts:
            given = {name: getattr(part, name, None) for name in _CONSTRAINTS}
            yield Meta(**{name: value for name, value in given.items() if value is not None})


def description_of(annotation: Any) -> str | None:
    """The description that the metadata of an annotation gives, if any; the last one counts."""
    if get_origin(annotation) is not Annotated:
        return None
    metadata = get_args(annotation)[1:]
    texts = [meta.description for meta in metadata if isinstance(meta, Meta) and meta.description]
    return texts[-1] if texts else None
