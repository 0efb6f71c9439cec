"""The schemas of the requests that only this service takes."""

from typing import Any

from openai_assistants_core.transfer_extension import MOST_OBJECTS

SCHEMAS: dict[str, Any] = {
    "TransferObjectsRequest": {
        "type": "object",
        "required": ["objects"],
        "additionalProperties": False,
        "properties": {
            "objects": {
                "type": "array",
                "minItems": 1,
                "maxItems": MOST_OBJECTS,
                "items": {"type": "object"},
            }
        },
    },
    "TransferFileRequest": {
        "type": "object",
        "required": ["file", "object"],
        "additionalProperties": False,
        "properties": {"file": {"type": "string"}, "object": {"type": "string"}},
    },
}
"""The bodies, by name; the objects in them are checked where they are read."""

QUERIES = {"list_transfer_threads": "list_threads"}
"""Operations with the query parameters of others."""
