"""The description: loaded, with its availabilities resolved, and refused where it breaks our rules.

The rules are there for openapi-python-client: it sends defaults with every request, names classes
by titles and inline objects by numbers, and drops what an allOf overrides. spec/README.md explains
each x- extension.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeGuard

from ruamel.yaml import YAML

from openai_assistants_core.availability import PROVIDERS
from openai_assistants_core.model_fields import TAG_FIELD

Json = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "patch")


class DescriptionError(ValueError):
    """The description breaks a rule; the message says where, and what to do."""


class Description:
    """A checked OpenAPI document, with what the generator asks of it.

    Attributes:
        document: the whole document, every x-availability replaced by its mapping.
        schemas: its component schemas by name.
        named: the availabilities that have a name.
    """

    def __init__(self, document: Json) -> None:
        self.document = document
        self.schemas: dict[str, Json] = document["components"]["schemas"]
        self.named: dict[str, Json] = document.get("x-availabilities", {})
        _resolve_availability(document, self.named)
        self._drop_endpoint_parameters()
        self._check()

    @classmethod
    def load(cls, path: Path) -> "Description":
        """Reads a YAML file."""
        yaml: Any = YAML(typ="safe", pure=True)
        return cls(yaml.load(path))

    def operations(self) -> Iterator[tuple[str, str, Json]]:
        """Path, method and operation object of each operation, in the order of the document."""
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield path, method, item[method]

    def deref(self, node: Json) -> Json:
        """The node itself, or what its $ref points at."""
        while "$ref" in node:
            target: Any = self.document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = target
        return node

    def parameters(self, path: str, operation: Json) -> list[Json]:
        """All parameters of an operation, those of its path included."""
        shared = self.document["paths"][path].get("parameters", [])
        return [self.deref(node) for node in [*shared, *operation.get("parameters", [])]]

    def events(self) -> dict[str, str]:
        """The events of a stream, and the schemas of their data; those without JSON left out."""
        events: dict[str, Json | None] = self.document.get("x-stream-events", {})
        return {name: ref_name(schema) for name, schema in events.items() if schema is not None}

    def _drop_endpoint_parameters(self) -> None:
        """Takes out what the endpoint sends with every request, so that no method asks for it."""
        for item in self.document["paths"].values():
            for holder in (item, *(item[method] for method in METHODS if method in item)):
                parameters: list[Json] = holder.get("parameters", [])
                kept = [one for one in parameters if not self.deref(one).get("x-endpoint")]
                if len(kept) < len(parameters):
                    holder["parameters"] = kept

    def _check(self) -> None:
        for path, method, operation in self.operations():
            where = f"{method.upper()} {path}"
            for key in ("operationId", "x-resource", "x-method", "summary", "tags"):
                if key not in operation:
                    raise DescriptionError(f"{where}: add {key}")
            if "200" not in operation["responses"]:
                raise DescriptionError(
                    f"{where}: add a response for 200, which says what it answers"
                )
            if not all(status.isdigit() for status in operation["responses"]):
                raise DescriptionError(f"{where}: list the statuses instead of a default or ranges")
        for name, schema in self.schemas.items():
            if "x-group" not in schema:
                raise DescriptionError(f"schema {name}: add x-group, the module it belongs to")
            for place, node in walk(schema, name):
                _check_schema(place, node)


def is_object(node: Any) -> TypeGuard[Json]:
    """Whether a node is an object."""
    return isinstance(node, dict)


def is_array(node: Any) -> TypeGuard[list[Any]]:
    """Whether a node is an array."""
    return isinstance(node, list)


def walk(node: Any, place: str) -> Iterator[tuple[str, Json]]:
    """Every schema below a schema, itself included, with the place it stands at."""
    if not is_object(node):
        return
    yield place, node
    for name, sub in node.get("properties", {}).items():
        yield from walk(sub, f"{place}.{name}")
    for key in ("items", "additionalProperties"):
        yield from walk(node.get(key), f"{place}[]")
    for key in ("oneOf", "anyOf", "allOf"):
        for index, sub in enumerate(node.get(key, ())):
            yield from walk(sub, f"{place}.{key}[{index}]")


def ref_name(node: Json) -> str:
    """The name of the component schema that a node refers to."""
    if "$ref" not in node:
        raise DescriptionError(f"name this schema and refer to it: {node}")
    return str(node["$ref"].rpartition("/")[2])


def _check_schema(place: str, node: Json) -> None:
    if "title" in node:
        raise DescriptionError(f"{place}: no title; the component's name is the class name")
    if "allOf" in node:
        raise DescriptionError(f"{place}: no allOf; write the properties out")
    if "." in place and "properties" in node:
        raise DescriptionError(f"{place}: make this object a named component and refer to it")
    if node.get("discriminator", {}).get("propertyName", TAG_FIELD) != TAG_FIELD:
        raise DescriptionError(f"{place}: tell the variants apart by {TAG_FIELD!r}")
    if "default" in node:
        raise DescriptionError(f"{place}: no default; say in the description what the server does")


def _resolve_availability(node: Any, named: Json) -> None:
    if is_array(node):
        for item in node:
            _resolve_availability(item, named)
    if not is_object(node):
        return
    if "x-availability" in node:
        value = node["x-availability"]
        if isinstance(value, str):
            if value not in named:
                raise DescriptionError(f"x-availability {value!r} is not among x-availabilities")
            value = node["x-availability"] = named[value]
        if not set(value) <= PROVIDERS.keys():
            raise DescriptionError(f"x-availability knows {sorted(PROVIDERS)}, not {sorted(value)}")
    for key, item in node.items():
        if key != "x-availabilities":
            _resolve_availability(item, named)
