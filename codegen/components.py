"""What openapi-python-client makes of the component schemas, and who refers to whom."""

from collections.abc import Iterable
from typing import TypeAlias

from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.schema.untrusted_string import UntrustedString

Component: TypeAlias = ModelProperty | LiteralEnumProperty | UnionProperty


class Components:
    """The components of a description.

    Attributes:
        by_name: objects and maps, enums, and unions.
    """

    def __init__(self, by_name: dict[str, Component]) -> None:
        self.by_name = by_name
        self._unions = {
            name: _members(component)
            for name, component in by_name.items()
            if isinstance(component, UnionProperty)
        }

    def model(self, prop: ModelProperty) -> ModelProperty:
        """The model itself: references to it are copies, some made before it had its properties."""
        found = self.by_name.get(prop.class_info.name, prop)
        return found if isinstance(found, ModelProperty) else prop

    def objects(self, names: Iterable[str]) -> set[str]:
        """Those that are objects with properties; others are maps, enums or unions."""
        return {
            name
            for name in names
            if isinstance(one := self.by_name[name], ModelProperty) and one.data.properties
        }

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
                return frozenset({name} & self.by_name.keys())
            case _:
                return frozenset()

    def reached(self, start: Iterable[PropertyProtocol | str]) -> set[str]:
        """Some components, or those that properties refer to, and what these refer to in turn."""
        waiting = set(self._names(start))
        found: set[str] = set()
        while waiting:
            name = waiting.pop()
            found.add(name)
            waiting |= self.inside(name) - found
        return found

    def inside(self, name: str) -> frozenset[str]:
        """The components that a component refers to by itself."""
        return self._names(self._inside(name))

    def _inside(self, name: str) -> list[PropertyProtocol | str]:
        """What a component is made of."""
        match self.by_name[name]:
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
