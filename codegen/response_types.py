"""The types of what responses are made of, as annotations that msgspec decodes by."""

from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty

from .components import Components, is_nullable, text
from .description import DescriptionError
from .document import Document
from .names import unique

_SCALARS: dict[type[PropertyProtocol], str] = {
    AnyProperty: "Any",
    BooleanProperty: "bool",
    # Both: msgspec would make 1.0 of 1 for a float alone.
    FloatProperty: "int | float",
    IntProperty: "int",
    StringProperty: "str",
}


class ResponseTypes:
    """Writes annotations, without None at their outside."""

    def __init__(self, components: Components, document: Document) -> None:
        self._components = components
        self._document = document

    def annotation(self, prop: PropertyProtocol) -> str:
        """The type of a value; components by their names."""
        match prop:
            case ListProperty():
                return f"list[{self.annotation(prop.inner_property)}]"
            case UnionProperty():
                return self._union(prop)
            case ModelProperty() | LiteralEnumProperty():
                name = str(prop.class_info.name)
                return name if name in self._components.by_name else self._own(prop)
            case ConstProperty():
                return f"Literal[{prop.value.raw_value!r}]"
            case _ if type(prop) in _SCALARS:
                return _SCALARS[type(prop)]
            case _:
                raise DescriptionError(
                    f"{text(prop.name)}: no annotation for a {type(prop).__name__}"
                )

    def definition(self, name: str) -> str:
        """What the name of a component stands for; objects with properties have a class instead."""
        component = self._components.by_name[name]
        if not isinstance(component, UnionProperty):
            return self._own(component)
        unknown = " | UnknownVariant" if self._document.variants(name) else ""
        return f"{self._union(component, but=name)}{unknown}"

    def _own(self, component: ModelProperty | LiteralEnumProperty) -> str:
        if isinstance(component, LiteralEnumProperty):
            values = ", ".join(map(repr, self._document.in_order(component.values)))
            return f"OpenEnum[Literal[{values}]]"
        value = self._components.model(component).additional_properties
        return f"dict[str, {self.annotation(value) if value else 'Any'}]"

    def _union(self, union: UnionProperty, but: str = "") -> str:
        parts = self._components.parts(union, but)
        return " | ".join(
            unique(one if isinstance(one, str) else self.annotation(one) for one in parts)
        )


def is_optional(prop: PropertyProtocol) -> bool:
    """Whether the value of a field may be None, because it is null or absent."""
    return not prop.required or is_nullable(prop)
