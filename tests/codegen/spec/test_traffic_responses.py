"""The response schemas agree with what the real service answered."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jsonschema_rs import Draft202012Validator

Json = dict[str, Any]


def answers(recordings: list[Json]) -> list[Json]:
    """The successful recordings with a JSON body."""
    return [
        pair
        for pair in recordings
        if pair["response_schema"] and pair["status"] < 300 and not pair["sse"]
    ]


def events(recordings: list[Json]) -> Iterator[tuple[Json, str, Any]]:
    """The events of the recorded streams, with name and data, but without the last."""
    for pair in recordings:
        for frame in pair["resp_body"].split("\n\n") if pair["sse"] else ():
            fields = dict(line.split(": ", 1) for line in frame.splitlines() if ": " in line)
            if fields and fields["data"] != "[DONE]":
                yield pair, fields["event"], json.loads(fields["data"])


def test_every_recorded_status_is_declared(recordings: list[Json]) -> None:
    assert {(p["operation"], p["status"]) for p in recordings if not p["declared"]} == set()


def test_answers_validate(
    recordings: list[Json], validator: Callable[[str, str], Draft202012Validator]
) -> None:
    wrong = []
    seen: Counter[str] = Counter()
    for pair in answers(recordings):
        seen[pair["operation"]] += 1
        body = json.loads(pair["resp_body"])
        for error in validator(pair["response_schema"], pair["generation"]).iter_errors(body):
            wrong.append(f"{pair['operation']} {pair['generation']}: {error.message}")
    assert wrong == []
    assert seen.total() > 1000
    assert len(seen) == 46


def test_recorded_events_validate(
    recordings: list[Json], document: Json, validator: Callable[[str, str], Draft202012Validator]
) -> None:
    wrong = []
    missing: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for pair, name, data in events(recordings):
        seen[name] += 1
        schema = document["x-stream-events"][name]["$ref"].rpartition("/")[2]
        for error in validator(schema, pair["generation"]).iter_errors(data):
            wrong.append(f"{name}: {error.message}")
        missing.update(undescribed(document["components"]["schemas"], schema, data))
    assert wrong == []
    assert missing == {}
    assert seen["thread.message.delta"] > 400
    assert len(seen) >= 14


def test_error_bodies_validate(
    recordings: list[Json], validator: Callable[[str, str], Draft202012Validator]
) -> None:
    errors = [pair for pair in recordings if pair["status"] >= 400]
    assert len(errors) > 40
    for pair in errors:
        assert pair["response_schema"] == "ErrorResponse"
        check = validator("ErrorResponse", pair["generation"])
        assert check.is_valid(json.loads(pair["resp_body"])), pair["source"]


def test_every_recorded_field_is_described(recordings: list[Json], document: Json) -> None:
    schemas = document["components"]["schemas"]
    missing: Counter[str] = Counter()
    for pair in answers(recordings):
        body = json.loads(pair["resp_body"])
        missing.update(undescribed(schemas, pair["response_schema"], body))
    assert missing == {}


def undescribed(schemas: Json, name: str, value: Any) -> Iterator[str]:
    """Fields of an object that its schema has no property for."""
    schema = schemas[name]
    if "discriminator" in schema:
        discriminator = schema["discriminator"]
        ref = discriminator["mapping"][value[discriminator["propertyName"]]]
        yield from inside(schemas, {"$ref": ref}, value)
    elif "anyOf" in schema:
        yield from inside(schemas, schema, value)
    elif isinstance(value, dict) and "additionalProperties" not in schema:
        for key, part in value.items():
            if key in schema["properties"]:
                yield from inside(schemas, schema["properties"][key], part)
            else:
                yield f"{name}.{key}"


def inside(schemas: Json, schema: Json, value: Any) -> Iterator[str]:
    """The same for what stands at a property, in an array or in a nullable reference."""
    if "$ref" in schema:
        yield from undescribed(schemas, schema["$ref"].rpartition("/")[2], value)
    elif isinstance(value, list):
        for part in value:
            yield from inside(schemas, schema["items"], part)
    elif isinstance(value, dict):
        for member in schema["anyOf"]:
            if "$ref" in member:
                yield from inside(schemas, member, value)
