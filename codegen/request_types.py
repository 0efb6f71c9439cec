"""The types of what requests are made of, as annotations."""

from collections.abc import Iterable
from typing import ClassVar

from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.string import StringProperty

from .annotations import Annotations
from .components import Components
from .document import Document
from .names import param_name


class RequestTypes(Annotations):
    """Writes annotations.

    Attributes:
        models: the components whose models, made by responses, are taken besides TypedDicts.
    """

    scalars: ClassVar = {
        AnyProperty: "object",
        BooleanProperty: "bool",
        FileProperty: "FileTypes",
        FloatProperty: "float",
        IntProperty: "int",
        StringProperty: "str",
    }
    array = "Sequence[{}]"
    mapping = "Mapping[str, {}]"
    enum = "Literal[{}] | str"
    anything = "object"
    null = ("None",)

    def __init__(self, components: Components, document: Document, models: Iterable[str]) -> None:
        super().__init__(components, document)
        self.models = frozenset(models)

    def named(self, component: str) -> str:
        """Its TypedDict or alias, and its model where one is taken."""
        name = param_name(component)
        return f"{name} | {component}" if component in self.models else name

    def besides(self, union: str) -> str:
        """What methods take in Python besides the schema, x-python-also."""
        return self._document.python_type(union) or ""
