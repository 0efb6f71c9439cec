"""The types of what responses are made of, as annotations that msgspec decodes by."""

from typing import ClassVar

from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.string import StringProperty

from .annotations import Annotations
from .components import is_nullable


class ResponseTypes(Annotations):
    """Writes annotations, without None at their outside."""

    scalars: ClassVar = {
        AnyProperty: "Any",
        BooleanProperty: "bool",
        # Both: msgspec would make 1.0 of 1 for a float alone.
        FloatProperty: "int | float",
        IntProperty: "int",
        StringProperty: "str",
    }
    array = "list[{}]"
    mapping = "dict[str, {}]"
    enum = "OpenEnum[Literal[{}]]"
    anything = "Any"

    def named(self, component: str) -> str:
        """Its own name."""
        return component

    def besides(self, union: str) -> str:
        """The variants that are not known, where there are variants."""
        return "UnknownVariant" if self._document.variants(union) else ""


def is_optional(prop: PropertyProtocol) -> bool:
    """Whether the value of a field may be None, because it is null or absent."""
    return not prop.required or is_nullable(prop)
