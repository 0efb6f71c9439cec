"""Documents as the description allows them, and beyond it: what Hypothesis draws from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT: dict[str, Any] = yaml.load(
    (ROOT / "spec" / "assistants.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)
SCHEMAS: dict[str, dict[str, Any]] = DOCUMENT["components"]["schemas"]

names = st.text("abcdefgh_", min_size=3, max_size=8).map("zz_".__add__)
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2)
    ),
    max_leaves=4,
)
unknown_variant = st.fixed_dictionaries(
    {}, optional={"type": names, "zz_payload": anything, "zz_other": anything}
)


def of(schema: dict[str, Any], depth: int = 0) -> st.SearchStrategy[Any]:
    """Values of a schema: nulls and absences anywhere, unknown fields, enum values and variants."""
    if "$ref" in schema:
        return st.deferred(lambda: of(SCHEMAS[schema["$ref"].rpartition("/")[2]], depth + 1))
    if "oneOf" in schema:
        variants = [not_null(one, depth) for one in schema["oneOf"]]
        return st.one_of(*variants, unknown_variant)
    if "anyOf" in schema:
        return st.one_of(*[of(one, depth) for one in schema["anyOf"]])
    return st.none() | not_null(schema, depth)


def not_null(schema: dict[str, Any], depth: int = 0) -> st.SearchStrategy[Any]:
    """As `of`, without null at the top."""
    if "$ref" in schema:
        return st.deferred(lambda: not_null(SCHEMAS[schema["$ref"].rpartition("/")[2]], depth + 1))
    if "oneOf" in schema or "anyOf" in schema:
        return of(schema, depth).filter(lambda value: value is not None)
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"]) | names
    kind = schema.get("type")
    if isinstance(kind, list):
        return st.one_of(*[not_null({**schema, "type": one}, depth) for one in kind])
    return _of_type(kind, schema, depth)


def _of_type(kind: str | None, schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    if kind == "object":
        return _object(schema, depth)
    if kind == "array":
        return st.lists(of(schema["items"], depth + 1), max_size=2 if depth < 4 else 1)
    simple: dict[str | None, st.SearchStrategy[Any]] = {
        "string": st.text(max_size=12),
        "integer": st.integers(-(2**62), 2**62),
        "number": st.integers(-100, 100) | st.floats(allow_nan=False, allow_infinity=False),
        "boolean": st.booleans(),
        "null": st.none(),
    }
    return simple.get(kind, anything)


def _object(schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    if "properties" not in schema:
        values = schema.get("additionalProperties")
        inner = of(values, depth + 1) if isinstance(values, dict) and values else anything
        return st.dictionaries(st.text(max_size=6), inner, max_size=3)
    fields = {name: of(sub, depth + 1) for name, sub in schema["properties"].items()}
    known = st.fixed_dictionaries(
        {name: field for name, field in fields.items() if name == "type"},
        optional={name: field for name, field in fields.items() if name != "type"},
    )
    return st.builds(lambda a, b: {**b, **a}, known, st.dictionaries(names, anything, max_size=1))


def models() -> dict[str, dict[str, Any]]:
    """The schemas that successful answers have, by operation id; pages are left to their tests."""
    found: dict[str, dict[str, Any]] = {}
    for item in DOCUMENT["paths"].values():
        for operation in item.values():
            if "operationId" in operation:
                content = operation["responses"]["200"].get("content", {})
                if "application/json" in content:
                    found[operation["operationId"]] = content["application/json"]["schema"]
    return found
