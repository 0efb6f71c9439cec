"""The two forms in which a schema is sent: strict, as far as it can be, and open.

Strict follows what OpenAI's structured outputs take: the root is an object; every object is closed,
and all its properties are required; of the keywords, those below. Anything else is answered with a
400. https://developers.openai.com/api/docs/guides/structured-outputs#supported-schemas
"""

import json
from typing import Any

from .errors import ToolDefinitionError
from .json_schema import JsonSchema, referred, with_children

_KEYWORDS = {
    *("$defs", "$ref", "additionalProperties", "anyOf", "const", "description", "enum"),
    *("exclusiveMaximum", "exclusiveMinimum", "format", "items", "maximum", "maxItems"),
    *("minimum", "minItems", "multipleOf", "pattern", "properties", "required", "type"),
}

_FORMATS = {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}

_NOTED = {"minLength", "maxLength", "contentEncoding", "contentMediaType", "default"}
"""Said in the description instead: the decoder holds to them, and the shape stays the same."""


def sent_form(schema: JsonSchema, strict: bool | None, owner: str) -> tuple[JsonSchema, bool]:
    """The schema as it is sent, and whether it is strict.

    Args:
        schema: in plain form.
        strict: None makes it strict where it can be.
        owner: what it belongs to, for the message of an error.

    Raises:
        ToolDefinitionError: strict was demanded, and cannot be.
    """
    if strict is False:
        return open_form(schema), False
    form, obstacles = strict_form(schema)
    if not obstacles:
        return form, True
    if strict:
        raise ToolDefinitionError(f"{owner} cannot be strict: {'; '.join(obstacles)}")
    return open_form(schema), False


def open_form(schema: JsonSchema) -> JsonSchema:
    """The schema with null allowed, besides absence, where there is a default."""
    definitions = schema.get("$defs", {})

    def opened(part: JsonSchema) -> JsonSchema:
        part = with_children(part, opened)
        for name in stand_ins(part, definitions):
            part["properties"][name] = _nullable(part["properties"][name])
        return part

    return opened(schema)


def strict_form(schema: JsonSchema) -> tuple[JsonSchema, list[str]]:
    """The strict schema, and what keeps it from being one: a reason for each place."""
    definitions = schema.get("$defs", {})
    obstacles: list[str] = []

    def strict(part: JsonSchema, path: str) -> JsonSchema:
        obstacles.extend(f"{path} {reason}" for reason in _obstacles(part))
        part = _with_notes(part)
        if "properties" in part:
            nullable = stand_ins(part, definitions)
            part["properties"] = {
                name: _nullable(changed) if name in nullable else changed
                for name, child in part["properties"].items()
                for changed in [strict(child, f"{path}.{name}" if path else name)]
            }
            part["required"] = list(part["properties"])
        if isinstance(part.get("items"), dict):
            part["items"] = strict(part["items"], f"{path}[]")
        for key in {"anyOf", "prefixItems"} & part.keys():
            part[key] = [strict(child, path) for child in part[key]]
        if "$defs" in part:
            part["$defs"] = {name: strict(each, name) for name, each in part["$defs"].items()}
        return part

    return strict(schema, ""), obstacles


def stand_ins(schema: JsonSchema, definitions: dict[str, JsonSchema]) -> set[str]:
    """The properties of an object for which null stands for absence.

    Those that may be absent, but do not take null as a value. One that has but a single value, as
    the tag of a union, is no choice.
    """
    required = schema.get("required", ())
    return {
        name
        for name, child in schema.get("properties", {}).items()
        if name not in required
        and not accepts_null(child, definitions)
        and not _single_valued(child)
    }


def accepts_null(schema: JsonSchema, definitions: dict[str, JsonSchema]) -> bool:
    """Whether null is a value of a schema."""
    if "$ref" in schema:
        return accepts_null(definitions[referred(schema)], definitions)
    if "anyOf" in schema:
        return any(accepts_null(option, definitions) for option in schema["anyOf"])
    if "const" in schema or "enum" in schema:
        return None in schema.get("enum", [schema.get("const")])
    kinds = schema.get("type", "null")
    return "null" in ([kinds] if isinstance(kinds, str) else kinds)


def _single_valued(schema: JsonSchema) -> bool:
    return "const" in schema or len(schema.get("enum", ())) == 1


def _nullable(schema: JsonSchema) -> JsonSchema:
    """The schema or null; what is said of the value is said of both."""
    about: JsonSchema = {key: schema[key] for key in ("description", "default") if key in schema}
    bare = {key: value for key, value in schema.items() if key not in about}
    options = bare["anyOf"] if {*bare} == {"anyOf"} else [bare]
    return {**about, "anyOf": [*options, {"type": "null"}]}


def _obstacles(schema: JsonSchema) -> list[str]:
    """Why a schema, those below it aside, cannot be strict."""
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    reasons: list[str] = []
    if not schema.keys() & {"type", "anyOf", "$ref", "enum", "const"}:
        reasons.append("may be anything")
    if "object" in kinds and schema.get("additionalProperties") is not False:
        reasons.append("is an object with any keys")
    if "prefixItems" in schema:
        reasons.append("is an array of different types")
    elif "array" in kinds and not isinstance(schema.get("items"), dict):
        reasons.append("is an array of anything")
    others = schema.keys() - _KEYWORDS - _NOTED - {"prefixItems", "propertyNames"}
    others -= {"minProperties", "maxProperties"}  # of an object with any keys
    return reasons + [f"has `{key}`" for key in sorted(others)]


def _with_notes(schema: JsonSchema) -> JsonSchema:
    """The schema, with what strict does not know in words at the end of the description."""
    notes: list[str] = []
    kept: dict[str, Any] = {}
    for key, value in schema.items():
        if key in _NOTED or (key == "format" and value not in _FORMATS):
            if value is not None:
                notes.append(f"{key}: {json.dumps(value, ensure_ascii=False)}")
        else:
            kept[key] = value
    if notes:
        text = f"({', '.join(notes)})"
        kept["description"] = " ".join(filter(None, [kept.get("description"), text]))
    return kept
