"""Annotations of what was parsed; those of requests and responses differ in their words."""

from abc import ABC, abstractmethod
from typing import ClassVar

from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.union import UnionProperty

from .components import Components, is_nullable, text
from .description import DescriptionError
from .document import Document
from .names import unique


class Annotations(ABC):
    """Writes annotations.

    Attributes:
        scalars: the types of properties without others inside.
        array, mapping, enum: patterns for what is inside.
        anything: the type of a value that is not described.
        null: what a union that may be null has besides; empty if the caller adds it.
    """

    scalars: ClassVar[dict[type[PropertyProtocol], str]]
    array: ClassVar[str]
    mapping: ClassVar[str]
    enum: ClassVar[str]
    anything: ClassVar[str]
    null: ClassVar[tuple[str, ...]] = ()

    def __init__(self, components: Components, document: Document) -> None:
        self._components = components
        self._document = document

    @abstractmethod
    def named(self, component: str) -> str:
        """The annotation that stands for a component."""

    @abstractmethod
    def besides(self, union: str) -> str:
        """What a named union takes besides its members; empty for nothing."""

    def annotation(self, prop: PropertyProtocol) -> str:
        """The type of a value; components by their names."""
        match prop:
            case ListProperty():
                return self.array.format(self.annotation(prop.inner_property))
            case UnionProperty():
                return self._union(prop)
            case ModelProperty() | LiteralEnumProperty():
                name = str(prop.class_info.name)
                return self.named(name) if name in self._components.by_name else self._own(prop)
            case ConstProperty():
                return f"Literal[{prop.value.raw_value!r}]"
            case _ if type(prop) in self.scalars:
                return self.scalars[type(prop)]
            case _:
                raise DescriptionError(
                    f"{text(prop.name)}: no annotation for a {type(prop).__name__}"
                )

    def definition(self, name: str) -> str:
        """What the name of a component stands for; objects with properties have a class instead."""
        component = self._components.by_name[name]
        if not isinstance(component, UnionProperty):
            return self._own(component)
        also = self.besides(name)
        return self._union(component, but=name) + (f" | {also}" if also else "")

    def _own(self, component: ModelProperty | LiteralEnumProperty) -> str:
        if isinstance(component, LiteralEnumProperty):
            values = map(repr, self._document.in_order(component.values))
            return self.enum.format(", ".join(values))
        value = self._components.model(component).additional_properties
        return self.mapping.format(self.annotation(value) if value else self.anything)

    def _union(self, union: UnionProperty, but: str = "") -> str:
        parts = self._components.parts(union, but)
        written = [
            self.named(one) if isinstance(one, str) else self.annotation(one) for one in parts
        ]
        return " | ".join(unique([*written, *(self.null if is_nullable(union) else ())]))
