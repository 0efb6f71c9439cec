"""The description, its schemas as one generation sees them, and the recorded traffic."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
import yaml  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
VERBS = ("get", "post", "delete")


@pytest.fixture(scope="session")
def description_path() -> Path:
    return ROOT / "spec" / "assistants.yaml"


@pytest.fixture(scope="session")
def document(description_path: Path) -> dict[str, Any]:
    with description_path.open(encoding="utf-8") as stream:
        loaded: dict[str, Any] = yaml.load(stream, Loader=yaml.CSafeLoader)
    return loaded


@pytest.fixture(scope="session")
def operations(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every operation by its id, with its path and verb beside it."""
    return {
        item[verb]["operationId"]: {**item[verb], "path": path, "verb": verb}
        for path, item in document["paths"].items()
        for verb in VERBS
        if verb in item
    }


@pytest.fixture(scope="session")
def coverage_tool() -> Path:
    tool = SHARED / "tools" / "spec_coverage.py"
    if not tool.is_file():
        pytest.skip("the reference descriptions are not here (../shared/tools)")
    return tool


@pytest.fixture(scope="session")
def validator(document: dict[str, Any]) -> Callable[[str, str], jsonschema_rs.Draft202012Validator]:
    """Gives the validator of a component schema (by name) for a generation (v1 or v2)."""
    views = {name: _view(document, f"openai-{name}") for name in ("v1", "v2")}
    made: dict[tuple[str, str], jsonschema_rs.Draft202012Validator] = {}

    def get(schema: str, generation: str) -> jsonschema_rs.Draft202012Validator:
        key = (schema, generation)
        if key not in made:
            root = {"$ref": f"#/components/schemas/{schema}", "components": views[generation]}
            made[key] = jsonschema_rs.Draft202012Validator(root)
        return made[key]

    return get


@pytest.fixture(scope="session")
def recordings(operations: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The recorded pairs of the described operations, each with its operation id."""
    path = SHARED / "traffic" / "pairs.jsonl"
    if not path.is_file():
        pytest.skip("the recorded traffic is not here (../shared/traffic)")
    routes = sorted(
        (len(re.findall("{", operation["path"])), _route(operation), name)
        for name, operation in operations.items()
    )
    found = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            where = re.sub(r"^https?://[^/]+(/openai)?(/v1)?(?=/)", "", pair["url"].split("?")[0])
            asked = f"{pair['method']} {where}"
            name = next((name for _, route, name in routes if re.fullmatch(route, asked)), None)
            if name:
                found.append({**pair, **_schemas(operations[name], pair), "operation": name})
    return found


def _route(operation: dict[str, Any]) -> str:
    """A pattern of the method and path of an operation."""
    return str(operation["verb"]).upper() + " " + re.sub(r"{\w+}", "[^/]+", operation["path"])


def _schemas(operation: dict[str, Any], pair: dict[str, Any]) -> dict[str, Any]:
    """The generation of a pair, and the names of its schemas where it has any."""
    response = operation["responses"].get(str(pair["status"]), {})
    return {
        "generation": "v1" if pair["api"] == "v1" else "v2",
        "declared": bool(response),
        "request_schema": _schema(operation.get("requestBody", {})),
        "response_schema": _schema(response),
    }


def _schema(body: dict[str, Any]) -> str | None:
    if "$ref" in body:  # the shared error responses
        return "ErrorResponse"
    for media in body.get("content", {}).values():
        ref: str | None = media["schema"].get("$ref")
        if ref:
            return ref.rpartition("/")[2]
    return None


def _view(document: dict[str, Any], provider: str) -> dict[str, Any]:
    """The components without what the provider certainly lacks."""
    named: dict[str, Any] = document["x-availabilities"]

    def lacks(node: Any) -> bool:
        answer = node.get("x-availability", {}) if isinstance(node, dict) else {}
        if isinstance(answer, str):
            answer = named[answer]
        return str(answer.get(provider, "undeclared")).startswith("no")

    def prune(node: Any) -> Any:
        if isinstance(node, list):
            return [prune(part) for part in node if not lacks(part)]
        if not isinstance(node, dict):
            return node
        kept = {key: prune(value) for key, value in node.items() if not lacks(value)}
        if "properties" in node and "required" in node:
            kept["required"] = [name for name in node["required"] if name in kept["properties"]]
        return kept

    return {"schemas": prune(document["components"]["schemas"])}
