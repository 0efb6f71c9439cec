"""The description as openapi-python-client parses it: components, endpoints, and warnings."""

from collections.abc import Iterable
from typing import TypeAlias

from openapi_python_client import schema as oai
from openapi_python_client.config import Config
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.properties import (
    LiteralEnumProperty,
    ModelProperty,
    Schemas,
    build_schemas,
)
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.schema.untrusted_string import UntrustedString

from .description import DescriptionError, Json

Component: TypeAlias = ModelProperty | LiteralEnumProperty | UnionProperty


class Parsed:
    """What the builders start from.

    Attributes:
        data: what openapi-python-client's Project takes.
        components: what became of each component schema, by its name.
        endpoints: by operationId.
    """

    def __init__(self, document: Json, config: Config) -> None:
        data = GeneratorData.from_dict(document, config=config)
        if isinstance(data, GeneratorError):
            raise DescriptionError(f"{data.header}: {data.detail}")
        _refuse_warnings(data)
        self.data = data
        self.components = _components(document, config)
        self.endpoints = {
            str(one.name): one
            for collection in data.endpoint_collections_by_tag.values()
            for one in collection.endpoints
        }
        self._unions = {
            name: _members(component)
            for name, component in self.components.items()
            if isinstance(component, UnionProperty)
        }

    def model(self, prop: ModelProperty) -> ModelProperty:
        """The model itself: references to it are copies, some made before it had its properties."""
        found = self.components.get(prop.class_info.name, prop)
        return found if isinstance(found, ModelProperty) else prop

    def objects(self, names: Iterable[str]) -> set[str]:
        """Those components that are objects with properties; others are maps, enums or unions."""
        models = {str(one.class_info.name) for one in self.data.models if one.data.properties}
        return models & set(names)

    def properties(self, model: ModelProperty) -> list[PropertyProtocol]:
        """Its properties in the order of the description; the parse parts required and optional."""
        model = self.model(model)
        optional = model.optional_properties or []
        parsed = {one.name: one for one in (*(model.required_properties or []), *optional)}
        return [parsed[name] for name in model.data.properties or ()]

    def parts(self, union: UnionProperty, but: str = "") -> list[PropertyProtocol | str]:
        """What a union is made of, without null: components that are unions (but one), properties.

        The parse puts the members of a union in the place of a reference to it, also within another
        union and beside null. They stay the same objects, so a union is known by its members.
        """
        members = _members(union)
        found: list[PropertyProtocol | str] = []
        while members:
            names = [n for n in self._unions if n != but and _begins(members, self._unions[n])]
            name = max(names, key=lambda one: len(self._unions[one]), default="")
            found.append(name or members[0])
            del members[: len(self._unions[name]) if name else 1]
        return found

    def names(self, prop: PropertyProtocol) -> frozenset[str]:
        """The components that a property refers to."""
        match prop:
            case ListProperty():
                return self.names(prop.inner_property)
            case UnionProperty():
                return self._names(self.parts(prop))
            case ModelProperty() | LiteralEnumProperty():
                name = str(prop.class_info.name)
                return frozenset({name} & self.components.keys())
            case _:
                return frozenset()

    def reached(self, start: Iterable[PropertyProtocol | str]) -> set[str]:
        """Some components, or those that properties refer to, and what these refer to in turn."""
        waiting = set(self._names(start))
        found: set[str] = set()
        while waiting:
            name = waiting.pop()
            found.add(name)
            waiting |= self._names(self._inside(name)) - found
        return found

    def _inside(self, name: str) -> list[PropertyProtocol | str]:
        """What a component is made of."""
        match self.components[name]:
            case UnionProperty() as union:
                return self.parts(union, but=name)
            case ModelProperty() as model:
                value = model.additional_properties
                return [*self.properties(model), *([value] if value else [])]
            case _:
                return []

    def _names(self, parts: Iterable[PropertyProtocol | str]) -> frozenset[str]:
        names = (frozenset({one}) if isinstance(one, str) else self.names(one) for one in parts)
        return frozenset[str]().union(*names)


def text(value: UntrustedString | None) -> str:
    """What openapi-python-client keeps from being rendered by accident; "" for None."""
    return "" if value is None else value.get_untrusted_value()


def is_nullable(prop: PropertyProtocol) -> bool:
    """Whether a value may be null."""
    if isinstance(prop, UnionProperty):
        return any(isinstance(one, NoneProperty) for one in prop.inner_properties)
    return isinstance(prop, NoneProperty)


def _members(union: UnionProperty) -> list[PropertyProtocol]:
    return [one for one in union.inner_properties if not isinstance(one, NoneProperty)]


def _begins(members: list[PropertyProtocol], these: list[PropertyProtocol]) -> bool:
    if len(these) > len(members):
        return False
    return all(one is other for one, other in zip(these, members, strict=False))


def _refuse_warnings(data: GeneratorData) -> None:
    """Warnings mean that something is left out; as a command, the generator would go on."""
    collections = data.endpoint_collections_by_tag.values()
    errors = [*(one for part in collections for one in part.parse_errors), *data.errors]
    if errors:
        lines = [f"{error.header} {error.detail or ''}".strip() for error in errors]
        raise DescriptionError("the generator warns:\n  " + "\n  ".join(lines))


def _components(document: Json, config: Config) -> dict[str, Component]:
    """The component schemas, parsed once more: GeneratorData has no unions, nor which is which.

    GeneratorData.from_dict (parser/openapi.py) keeps only classes of the schemas it builds.
    """
    schemas = oai.OpenAPI.model_validate(document).components
    named = (schemas and schemas.schemas) or {}
    built = build_schemas(components=named, schemas=Schemas(), config=config).classes_by_reference
    found: dict[str, Component] = {}
    for path, prop in built.items():
        name = text(path).rpartition("/")[2]
        match prop:
            case UnionProperty():
                found[name] = prop
            case ModelProperty() | LiteralEnumProperty() if prop.class_info.name == name:
                found[name] = prop
            case _:
                pass
    if lost := sorted({text(name) for name in named} - found.keys()):
        raise DescriptionError(
            f"the generator lost or renamed these schemas: {lost}. It keeps the names of objects, "
            "enums, and unions of two or more."
        )
    return found
