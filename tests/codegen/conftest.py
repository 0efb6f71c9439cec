"""A small project to generate from, and a way to generate from a description written in a test."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the generator reads and writes."""
    for folder in ("spec", "templates", "generated", "customizations", "codegen", "docs"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    return tmp_path


Generate = Callable[[dict[str, Any]], ModuleType]


@pytest.fixture
def generate(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Generate]:
    """Generates a package from a document; gives it imported."""
    from codegen.__main__ import generate as write

    def made(document: dict[str, Any]) -> ModuleType:
        YAML(typ="safe").dump(document, project / "spec" / "assistants.yaml")
        target = project / "made" / "openai_assistants_rest"
        write(project, target)
        monkeypatch.syspath_prepend(str(target.parent))
        return importlib.import_module("openai_assistants_rest")

    saved = {name: sys.modules.pop(name) for name in list(sys.modules) if _ours(name)}
    yield made
    for name in [name for name in sys.modules if _ours(name)]:
        del sys.modules[name]
    sys.modules.update(saved)


def _ours(name: str) -> bool:
    return name.partition(".")[0] == "openai_assistants_rest"


@pytest.fixture
def small() -> dict[str, Any]:
    """A description of one operation, to be changed by a test."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Small", "version": "1"},
        "x-availabilities": {"v2-only": {"openai-v2": "yes", "openai-v1": "no: split"}},
        "paths": {
            "/things/{thing_id}": {
                "post": {
                    "operationId": "update_thing",
                    "x-resource": "things",
                    "x-method": "update",
                    "tags": ["things"],
                    "summary": "Change a thing",
                    "parameters": [
                        {
                            "name": "thing_id",
                            "in": "path",
                            "required": True,
                            "schema": {"type": "string"},
                        },
                        {
                            "name": "include[]",
                            "x-python-name": "include",
                            "in": "query",
                            "schema": {"type": "array", "items": {"type": "string"}},
                        },
                    ],
                    "requestBody": {
                        "required": True,
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/ThingUpdateRequest"}
                            }
                        },
                    },
                    "responses": {
                        "200": {
                            "description": "The thing.",
                            "content": {
                                "application/json": {
                                    "schema": {"$ref": "#/components/schemas/Thing"}
                                }
                            },
                        },
                        "404": {"description": "No such thing."},
                    },
                }
            }
        },
        "components": {
            "schemas": {
                "Thing": {
                    "x-group": "things",
                    "type": "object",
                    "description": "A thing.",
                    "required": ["id"],
                    "properties": {
                        "id": {"type": "string", "description": "Its id."},
                        "shape": {"$ref": "#/components/schemas/Shape"},
                    },
                },
                "Shape": {
                    "x-group": "things",
                    "description": "A shape.",
                    "oneOf": [
                        {"$ref": "#/components/schemas/Circle"},
                        {"$ref": "#/components/schemas/Square"},
                    ],
                    "discriminator": {
                        "propertyName": "type",
                        "mapping": {
                            "circle": "#/components/schemas/Circle",
                            "square": "#/components/schemas/Square",
                        },
                    },
                },
                "Circle": {
                    "x-group": "things",
                    "type": "object",
                    "description": "A circle.",
                    "required": ["type", "radius"],
                    "properties": {
                        "type": {"type": "string", "const": "circle"},
                        "radius": {"type": "number", "description": "In metres."},
                    },
                },
                "Square": {
                    "x-group": "things",
                    "type": "object",
                    "description": "A square.",
                    "required": ["type", "side"],
                    "properties": {
                        "type": {"type": "string", "const": "square"},
                        "side": {"type": "number", "description": "In metres."},
                    },
                },
                "ThingUpdateRequest": {
                    "x-group": "things",
                    "type": "object",
                    "description": "What to change.",
                    "required": ["shape"],
                    "additionalProperties": False,
                    "properties": {
                        "shape": {"$ref": "#/components/schemas/Shape"},
                        "note": {
                            "type": ["string", "null"],
                            "description": "A note.",
                            "x-availability": "v2-only",
                        },
                    },
                },
            }
        },
    }
