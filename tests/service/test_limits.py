"""Every limit of the description: one beyond it is refused, in bodies and in query parameters."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from tests.support.service.bodies import BODIES, samples

from openai_assistants_service.errors import ApiError
from openai_assistants_service.http.providers import ApiVersion
from openai_assistants_service.http.validation import Checker
from openai_assistants_service.http.validation.schemas import queries_of, schemas_of

LIMITS = ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "maxProperties")
VERSIONS = list(ApiVersion)
Breach = tuple[str, Any]


def beyond(schema: dict[str, Any], where: str, version: ApiVersion) -> Iterator[Breach]:
    """Values that are one beyond a limit of a schema itself."""
    for limit in LIMITS:
        if limit not in schema:
            continue
        number = schema[limit]
        if limit.endswith("Length"):
            value: Any = "a" * (number + 1 if limit == "maxLength" else number - 1)
        elif limit.endswith("Items"):
            (first, *_) = samples(schema["items"], version)
            value = [first] * (number + 1 if limit == "maxItems" else number - 1)
        elif limit == "maxProperties":
            value = {f"key{one}": "text" for one in range(number + 1)}
        else:
            value = number + 1 if limit == "maximum" else number - 1
        yield f"{where} {limit}", value


def breaches(schema: Any, where: str, version: ApiVersion, depth: int = 0) -> Iterator[Breach]:
    """Values of a schema with one limit broken somewhere in them."""
    if schema is False or depth > 12:
        return
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from breaches(schemas_of(version)[name], where, version, depth + 1)
        return
    yield from beyond(schema, where, version)
    for union in ("anyOf", "oneOf"):
        for member in schema.get(union, ()):
            yield from breaches(member, where, version, depth + 1)
    if "items" in schema:
        for name, value in breaches(schema["items"], f"{where}[]", version, depth + 1):
            yield name, [value]
    for member, inner in schema.get("properties", {}).items():
        for name, value in breaches(inner, f"{where}.{member}", version, depth + 1):
            for whole in samples(schema, version)[:1]:
                yield name, {**copy.deepcopy(whole), member: value}
    yield from in_maps(schema, where, version, depth)


def in_maps(
    schema: dict[str, Any], where: str, version: ApiVersion, depth: int
) -> Iterator[Breach]:
    """Values of a schema of a map with a limit of its keys or of its values broken."""
    values = schema.get("additionalProperties")
    if isinstance(values, dict):
        for name, value in breaches(values, f"{where}.key", version, depth + 1):
            yield name, {"key": value}
    names = schema.get("propertyNames")
    if isinstance(names, dict):
        for name, value in breaches(names, where, version, depth + 1):
            yield name, {value: "text"}


@pytest.mark.parametrize("version", VERSIONS, ids=str)
@pytest.mark.parametrize("name", BODIES)
def test_bodies(name: str, version: ApiVersion) -> None:
    checker = Checker()
    for where, body in breaches(schemas_of(version)[name], name, version):
        with pytest.raises(ApiError) as refused:
            checker.body(name, body, version)
        assert refused.value.status == 400, where
        path = where.partition(" ")[0].removeprefix(name).lstrip(".").replace("[]", "[0]")
        assert (refused.value.param or "").startswith(path), where


@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_query_parameters(version: ApiVersion) -> None:
    checker, checked = Checker(), 0
    for operation, schema in queries_of(version).items():
        for name, inner in schema.get("properties", {}).items():
            for where, value in breaches(inner, f"{operation} {name}", version):
                checked += 1
                with pytest.raises(ApiError, match=name.removesuffix("[]")):
                    checker.query(operation, {name: value}, version)
                assert where
    assert checked >= 20


def test_the_limits_are_found() -> None:
    """The walk reaches what is deep in a body, so that it cannot pass by finding nothing."""
    found = {
        where
        for name in BODIES
        for where, _ in breaches(schemas_of(ApiVersion.V2)[name], name, ApiVersion.V2)
    }
    assert len(found) >= 50
    for end in (".temperature maximum", ".tools maxItems", ".metadata maxProperties"):
        assert any(where.endswith(end) for where in found), end
