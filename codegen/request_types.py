"""The types of what requests are made of, as Python annotations."""

from collections.abc import Iterable

from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty

from .components import Components, is_nullable, text
from .description import DescriptionError
from .document import Document
from .names import param_name, unique

_SCALARS: dict[type[PropertyProtocol], str] = {
    AnyProperty: "object",
    BooleanProperty: "bool",
    FileProperty: "FileTypes",
    FloatProperty: "float",
    IntProperty: "int",
    StringProperty: "str",
}


class RequestTypes:
    """Writes annotations.

    Attributes:
        models: the components whose models, made by responses, are taken besides TypedDicts.
    """

    def __init__(self, components: Components, document: Document, models: Iterable[str]) -> None:
        self.models = frozenset(models)
        self._components = components
        self._document = document

    def annotation(self, prop: PropertyProtocol) -> str:
        """The type of a value; components by their names."""
        match prop:
            case ListProperty():
                return f"Sequence[{self.annotation(prop.inner_property)}]"
            case UnionProperty():
                return self._union(prop)
            case ModelProperty() | LiteralEnumProperty():
                name = str(prop.class_info.name)
                return self._named(name) if name in self._components.by_name else self._own(prop)
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
        if isinstance(component, UnionProperty):
            also = self._document.python_type(name)
            return self._union(component, but=name) + (f" | {also}" if also else "")
        return self._own(component)

    def _own(self, component: ModelProperty | LiteralEnumProperty) -> str:
        if isinstance(component, LiteralEnumProperty):
            values = ", ".join(map(repr, self._document.in_order(component.values)))
            return f"Literal[{values}] | str"
        value = self._components.model(component).additional_properties
        return f"Mapping[str, {self.annotation(value) if value else 'object'}]"

    def _union(self, union: UnionProperty, but: str = "") -> str:
        parts = self._components.parts(union, but)
        written = [
            self._named(one) if isinstance(one, str) else self.annotation(one) for one in parts
        ]
        return " | ".join(unique([*written, *(["None"] if is_nullable(union) else [])]))

    def _named(self, name: str) -> str:
        return f"{param_name(name)} | {name}" if name in self.models else param_name(name)
