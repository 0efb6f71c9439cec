"""The schemas of known signatures."""

from typing import Any

import jsonschema_rs
import pytest
from tests.support.tools.make_signature import tool_with
from tests.support.tools.signatures import SIGNATURES


@pytest.mark.parametrize(("signature", "strict", "properties", "required", "defs"), SIGNATURES)
def test_known_signatures(
    signature: str, strict: bool, properties: Any, required: list[str], defs: Any
) -> None:
    """Each is a closed object, and valid JSON Schema."""
    made = tool_with(signature)
    assert made.strict == strict
    rest = {"$defs": defs} if defs else {}
    assert made.parameters == {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
        **rest,
    }
    jsonschema_rs.meta.validate(made.parameters)


@pytest.mark.parametrize("signature", [signature for signature, strict, *_ in SIGNATURES if strict])
def test_strict_schemas_hold_to_the_rules(signature: str) -> None:
    """Closed objects, everything required, no siblings of $ref, at every level."""

    def check(schema: Any) -> None:
        if isinstance(schema, list):
            for each in schema:
                check(each)
        elif isinstance(schema, dict):
            if "properties" in schema and isinstance(schema["properties"], dict):
                assert schema["additionalProperties"] is False
                assert schema["required"] == list(schema["properties"])
            assert "$ref" not in schema or len(schema) == 1
            assert not schema.keys() & {"default", "oneOf", "allOf", "prefixItems", "title"}
            for each in schema.values():
                check(each)

    check(tool_with(signature).parameters)
