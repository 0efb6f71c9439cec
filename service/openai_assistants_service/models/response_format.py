"""An answer of the built-in model as JSON, where a response format asks for it."""

import json
from typing import Any

from ..json_types import JsonObject


def format_answer(text: str, response_format: JsonObject) -> str:
    """Return an answer as the JSON that was asked for; a text that is an object stays as it is."""
    try:
        if isinstance(json.loads(text), dict):
            return text
    except ValueError:
        pass
    nothing: JsonObject = {}
    schema: JsonObject = (response_format.get("json_schema") or nothing).get("schema") or nothing
    value = _fill(schema, text) if schema.get("properties") else {"answer": text}
    return json.dumps(value, ensure_ascii=False)


def _fill(schema: JsonObject, text: str) -> Any:
    """Return the plainest value of a JSON schema, with the text wherever text may stand."""
    if schema.get("enum"):
        return schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    kinds: Any = schema.get("type", "string")
    kind = str(kinds if isinstance(kinds, str) else kinds[0])
    if kind == "object":
        properties: JsonObject = schema.get("properties") or {}
        return {name: _fill(one, text) for name, one in properties.items()}
    plain: JsonObject = {"array": [], "boolean": False, "integer": 0, "number": 0, "null": None}
    return plain.get(kind, text)
