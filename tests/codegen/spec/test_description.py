"""The description keeps to the form that generator, client and service count on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml  # type: ignore[import-untyped]
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Json = dict[str, Any]
GROUPS = {
    "common",
    "errors",
    "usage",
    "vector_stores",
    "tools",
    "files",
    "assistants",
    "threads",
    "messages",
    "runs",
    "steps",
    "deltas",
}
PREFIX = "#/components/schemas/"
SNAKE = re.compile(r"[a-z]+(_[a-z]+)*")
ERRORS = {
    "400": "BadRequest",
    "401": "Unauthorized",
    "403": "Forbidden",
    "404": "NotFound",
    "409": "Conflict",
    "429": "TooManyRequests",
    "500": "ServerError",
}


def nodes(node: Any, path: str = "") -> Iterator[tuple[str, Json]]:
    """Every mapping below a node, with its place."""
    if isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            yield from nodes(value, f"{path}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from nodes(value, f"{path}/{index}")


def references(node: Any) -> set[str]:
    """Names of the schemas that a node refers to directly."""
    return {
        found["$ref"].removeprefix(PREFIX)
        for _, found in nodes(node)
        if str(found.get("$ref", "")).startswith(PREFIX)
    }


def reach(document: Json, names: set[str]) -> set[str]:
    """The named schemas and all that they lead to."""
    schemas = document["components"]["schemas"]
    seen: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        seen.add(name)
        waiting |= references(schemas[name]) - seen
    return seen


@pytest.fixture(scope="module")
def schemas(document: Json) -> dict[str, Json]:
    found: dict[str, Json] = document["components"]["schemas"]
    return found


def test_both_yaml_readers_see_the_same(description_path: Path) -> None:
    text = description_path.read_text(encoding="utf-8")
    assert yaml.safe_load(text) == YAML(typ="safe").load(text)


def test_it_is_openapi_3_1_with_all_operations(document: Json, operations: Json) -> None:
    assert document["openapi"] == "3.1.0"
    assert len(operations) == 52
    assert sum(len(set(item) - {"parameters"}) for item in document["paths"].values()) == 52


def test_operations_are_complete(document: Json, operations: Json) -> None:
    tags = {tag["name"] for tag in document["tags"]}
    methods = set()
    for name, operation in operations.items():
        assert SNAKE.fullmatch(name), name
        assert len(operation["tags"]) == 1, name
        assert operation["tags"][0] in tags & GROUPS, name
        assert re.fullmatch(r"[a-z_]+(\.[a-z_]+)*", operation["x-resource"]), name
        assert SNAKE.fullmatch(operation["x-method"]), name
        assert operation["summary"], name
        assert operation["description"].endswith("."), name
        methods.add((operation["x-resource"], operation["x-method"]))
    assert len(methods) == len(operations)


def test_operations_list_their_statuses(operations: Json) -> None:
    for name, operation in operations.items():
        responses = operation["responses"]
        assert "200" in responses, name
        assert set(responses) <= {"200", "201", "204"} | set(ERRORS), name
        assert {"400", "401", "403", "429", "500"} <= set(responses), name
        for status, error in ERRORS.items():
            if status in responses:
                assert responses[status] == {"$ref": f"#/components/responses/{error}"}, name
        if "{" in operation["path"]:
            assert "404" in responses, name


def test_error_responses_share_one_body(document: Json) -> None:
    for name, response in document["components"]["responses"].items():
        (media,) = response["content"].values()
        assert media["schema"] == {"$ref": PREFIX + "ErrorResponse"}, name


def test_path_parameters_are_declared(document: Json, operations: Json) -> None:
    parameters = document["components"]["parameters"]
    for name, operation in operations.items():
        keys = [ref["$ref"].rpartition("/")[2] for ref in operation.get("parameters", [])]
        used = [parameters[key] for key in keys]
        declared = [item["name"] for item in used if item["in"] == "path"]
        assert declared == re.findall(r"{(\w+)}", operation["path"]), name


def test_parameters_have_python_names(document: Json) -> None:
    for name, parameter in document["components"]["parameters"].items():
        assert parameter["description"].endswith("."), name
        assert str(parameter.get("x-python-name", parameter["name"])).isidentifier(), name


def test_all_references_lead_somewhere(document: Json) -> None:
    for place, node in nodes(document):
        if "$ref" not in node or not isinstance(node["$ref"], str):
            continue
        target: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            assert part in target, (place, node["$ref"])
            target = target[part]


def test_every_schema_is_used(document: Json, schemas: dict[str, Json]) -> None:
    others = {**document, "components": {**document["components"], "schemas": {}}}
    assert reach(document, references(others)) == set(schemas)


def test_schemas_have_group_and_description(schemas: dict[str, Json]) -> None:
    for name, schema in schemas.items():
        assert re.fullmatch(r"[A-Z][A-Za-z]+", name)
        assert schema["x-group"] in GROUPS, name
        assert schema["description"].endswith("."), name
        for key, member in schema.get("properties", {}).items():
            assert member["description"].endswith("."), (name, key)
            assert "\n" not in member["description"], (name, key)


def test_no_titles_allof_or_defaults(schemas: dict[str, Json]) -> None:
    for place, node in nodes(schemas):
        if not place.endswith("/properties"):
            assert not {"title", "allOf", "default", "nullable"} & set(node), place


def test_objects_and_unions_are_named(schemas: dict[str, Json]) -> None:
    for place, node in nodes(schemas):
        if place.count("/") < 2 or place.endswith("/properties"):
            continue
        assert "properties" not in node, place
        assert "oneOf" not in node, place
        assert node.get("type") != "object", place
        if "anyOf" in node:
            assert len(node["anyOf"]) == 2, place
            assert set(node["anyOf"][0]) == {"$ref"}, place
            assert node["anyOf"][1] == {"type": "null"}, place


def test_unions_of_objects_have_a_discriminator(schemas: dict[str, Json]) -> None:
    unions = {name: schema for name, schema in schemas.items() if "oneOf" in schema}
    assert len(unions) >= 18
    for name, union in unions.items():
        discriminator = union["discriminator"]
        assert [member["$ref"] for member in union["oneOf"]] == list(
            dict.fromkeys(discriminator["mapping"].values())
        ), name
        for value, ref in discriminator["mapping"].items():
            variant = schemas[ref.removeprefix(PREFIX)]
            tag = variant["properties"][discriminator["propertyName"]]
            tag = schemas[tag["$ref"].removeprefix(PREFIX)] if "$ref" in tag else tag
            assert tag["type"] == "string", name
            assert value in tag.get("enum", [tag.get("const")]), name
            assert discriminator["propertyName"] in variant["required"], name


def test_required_properties_exist(schemas: dict[str, Json]) -> None:
    for name, schema in schemas.items():
        assert set(schema.get("required", [])) <= set(schema.get("properties", {})), name


def test_requests_are_closed_and_responses_open(
    document: Json, operations: Json, schemas: dict[str, Json]
) -> None:
    received: set[str] = set()
    sent: set[str] = set()
    for operation in operations.values():
        received |= references(operation["responses"])
        sent |= references(operation.get("requestBody", {}))
    assert len(sent) == 19
    answers = reach(document, received)
    for name in answers:
        assert schemas[name].get("additionalProperties") is not False, name
    for name in sent:
        assert schemas[name]["additionalProperties"] is False, name
        assert name.endswith("Request")


def test_pages_have_the_shape_of_a_page(operations: Json, schemas: dict[str, Json]) -> None:
    pages = {name for name, schema in schemas.items() if schema.get("x-page")}
    lists: set[str] = set()
    others: set[str] = set()
    for operation in operations.values():
        answer = references(operation["responses"]["200"])
        if operation["x-method"] in ("list", "list_files"):
            lists |= answer
        elif operation["x-method"] == "search" or operation["path"].endswith("}/content"):
            others |= answer
    assert pages == lists | others
    for name in pages:
        properties = schemas[name]["properties"]
        assert list(properties["data"]["items"]) == ["$ref"], name
        if name in lists:
            assert list(properties) == ["object", "data", "first_id", "last_id", "has_more"], name
        else:
            assert {"object", "data", "has_more", "next_page"} <= set(properties), name


def test_every_path_takes_the_version(document: Json) -> None:
    for path, item in document["paths"].items():
        assert item["parameters"] == [{"$ref": "#/components/parameters/ApiVersion"}], path
    assert document["components"]["parameters"]["ApiVersion"]["x-endpoint"] is True


def test_streams_are_described(document: Json, operations: Json, schemas: dict[str, Json]) -> None:
    events = document["x-stream-events"]
    assert len(events) == 25
    assert [name for name, schema in events.items() if schema is None] == ["done"]
    for name, schema in events.items():
        if name.startswith("thread."):
            sent = schemas[schema["$ref"].removeprefix(PREFIX)]["properties"]["object"]["const"]
            kind = name if name.endswith(".delta") else name.rpartition(".")[0]
            assert sent == kind, name
    for name, operation in operations.items():
        streams = any(
            "stream" in schemas[body]["properties"]
            for body in references(operation.get("requestBody", {}))
        )
        assert operation.get("x-stream", False) is streams, name


def test_groups_do_not_depend_on_each_other_in_a_circle(schemas: dict[str, Json]) -> None:
    needs: dict[str, set[str]] = {group: set() for group in GROUPS}
    for schema in schemas.values():
        needs[schema["x-group"]] |= {schemas[name]["x-group"] for name in references(schema)}
    done: set[str] = set()
    while done != GROUPS:
        free = {group for group in GROUPS - done if needs[group] - {group} <= done}
        assert free, f"circle among {sorted(GROUPS - done)}"
        done |= free
