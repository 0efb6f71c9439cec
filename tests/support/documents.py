"""Documents as the description allows them, and beyond it: what Hypothesis draws from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]
from hypothesis import strategies as st

from openai_assistants_rest import OPERATIONS
from openai_assistants_rest.events import decode_event

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT: dict[str, Any] = yaml.load(
    (ROOT / "spec" / "assistants.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)
SCHEMAS: dict[str, dict[str, Any]] = DOCUMENT["components"]["schemas"]

names = st.text("abcdefgh_", min_size=3, max_size=8).map("zz_".__add__) | st.sampled_from(
    ["_extra", "_absent", "__class__", "to_dict", "decode", "self", "get", ""]
)
text = st.text(max_size=12) | st.just("half a pair: \ud83d")
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2)
    ),
    max_leaves=4,
)
unknown_variant = st.fixed_dictionaries(
    {}, optional={"type": st.none() | names, "zz_payload": anything, "zz_other": anything}
)

_CLASSES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (),
}
_SAMPLES = ["x", "", 5, 0, 1.5, True, [], ["x"], {}, {"type": "text"}]


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema that a reference stands for."""
    return SCHEMAS[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def of(schema: dict[str, Any], depth: int = 0) -> st.SearchStrategy[Any]:
    """Values of a schema: nulls and absences anywhere, unknown fields, enum values and variants."""
    return st.none() | not_null(schema, depth)


def not_null(schema: dict[str, Any], depth: int = 0) -> st.SearchStrategy[Any]:
    """As `of`, without null at the top."""
    if "$ref" in schema:
        return st.deferred(lambda: not_null(resolved(schema), depth + 1))
    if "oneOf" in schema:
        return _any_of(schema["oneOf"], depth) | unknown_variant
    if "anyOf" in schema:
        return _any_of(schema["anyOf"], depth)
    if "enum" in schema:
        return st.sampled_from(schema["enum"]) | names
    kind = schema.get("type")
    if isinstance(kind, list):
        return _any_of([{**schema, "type": one} for one in kind], depth)
    return _of_type(kind, schema, depth)


def _any_of(members: list[dict[str, Any]], depth: int) -> st.SearchStrategy[Any]:
    known = [one for one in members if one.get("type") != "null"]
    return st.one_of(*[not_null(one, depth) for one in known])


def _of_type(kind: str | None, schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    if "const" in schema:
        return st.just(schema["const"])
    if kind == "object":
        return _object(schema, depth)
    if kind == "array":
        return st.lists(of(schema["items"], depth + 1), max_size=2 if depth < 4 else 1)
    simple: dict[str | None, st.SearchStrategy[Any]] = {
        "string": text,
        "integer": st.integers(-(2**62), 2**62) | st.just(2**80),
        "number": st.integers(-100, 100) | st.floats(allow_nan=False, allow_infinity=False),
        "boolean": st.booleans(),
    }
    return simple.get(kind, anything)


def _object(schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    if "properties" not in schema:
        values = schema.get("additionalProperties")
        inner = of(values, depth + 1) if isinstance(values, dict) and values else anything
        return st.dictionaries(st.text(max_size=6), inner, max_size=3)
    fields = {name: of(sub, depth + 1) for name, sub in schema["properties"].items()}
    if "const" in schema["properties"].get("type", {}):
        fields["type"] = not_null(schema["properties"]["type"])
    known = st.fixed_dictionaries(
        {name: field for name, field in fields.items() if name == "type"},
        optional={name: field for name, field in fields.items() if name != "type"},
    )
    return st.builds(lambda a, b: {**b, **a}, known, st.dictionaries(names, anything, max_size=1))


Place = tuple[tuple[str | int, ...], list[Any]]
"""The keys and indices that lead to a value, and values of other JSON types than it may have."""


def places(
    schema: dict[str, Any], value: Any, steps: tuple[str | int, ...] = ()
) -> Iterator[Place]:
    """Every place of a document whose JSON type is described; null may be anywhere but on top."""
    schema = resolved(schema)
    allowed = _classes(schema)
    if allowed:
        wrong = [one for one in _SAMPLES if type(one) not in allowed]
        yield steps, wrong if steps else [*wrong, None]
    if isinstance(value, dict):
        for name, sub in _fields(schema, value):
            yield from places(sub, value[name], (*steps, name))
    elif isinstance(value, list):
        items = _member(schema, "array").get("items", {})
        for index, item in enumerate(value):
            yield from places(items, item, (*steps, index))


def _classes(schema: dict[str, Any]) -> set[type]:
    """The classes a value may have besides null; none for a value that may be anything."""
    schema = resolved(schema)
    if "oneOf" in schema:
        return {dict}
    if "anyOf" in schema:
        return set().union(*[_classes(one) for one in schema["anyOf"]])
    kinds = schema.get("type", [])
    return {
        one for kind in ([kinds] if isinstance(kinds, str) else kinds) for one in _CLASSES[kind]
    }


def _member(schema: dict[str, Any], kind: str) -> dict[str, Any]:
    """Of a union by JSON type, the member of one type; any other schema as it is."""
    found = [resolved(one) for one in schema.get("anyOf", ()) if _CLASSES[kind][0] in _classes(one)]
    return _member(found[0], kind) if found else schema


def _fields(schema: dict[str, Any], value: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The fields of an object that are described, each with its schema."""
    schema = _member(schema, "object")
    if "oneOf" in schema:
        told_by = schema["discriminator"]
        ref = told_by["mapping"].get(value.get(told_by["propertyName"]))
        schema = resolved({"$ref": ref}) if ref else {"properties": {"type": {"type": "string"}}}
    described = schema.get("properties")
    if described is None:
        values = schema.get("additionalProperties")
        described = dict.fromkeys(value, values if isinstance(values, dict) else {})
    return [(name, sub) for name, sub in described.items() if name in value]


Kinds = dict[str, tuple[dict[str, Any], Callable[[bytes], Any]]]


def kinds() -> Kinds:
    """Every schema that an answer or an event of a stream has, by name, and what reads it."""
    found: Kinds = {}
    for item in DOCUMENT["paths"].values():
        for operation in item.values():
            if "operationId" in operation:
                content = operation["responses"]["200"].get("content", {})
                if "application/json" in content:
                    schema = content["application/json"]["schema"]
                    parse = OPERATIONS[operation["operationId"]].parse
                    found.setdefault(schema["$ref"].rpartition("/")[2], (schema, parse))
    for event, schema in DOCUMENT["x-stream-events"].items():
        if schema is not None:
            parse = partial(_event_data, event)
            found.setdefault(schema["$ref"].rpartition("/")[2], (schema, parse))
    return found


def _event_data(event: str, data: bytes) -> Any:
    return decode_event(event, data).data
