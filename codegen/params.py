"""What params.py is rendered from: the TypedDicts of requests, and the names they use."""

from collections.abc import Iterable, Sequence

from attrs import frozen
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.strings import pascal_case

from .arguments import Argument, Arguments
from .components import text
from .names import clean, param_name
from .operations import Operation
from .parsed import Parsed
from .request_types import RequestTypes
from .usage import requests


@frozen
class Alias:
    """A name for a type."""

    name: str
    annotation: str
    doc: str


@frozen
class Keys:
    """A TypedDict for an object."""

    name: str
    doc: str
    fields: list[Argument]


@frozen
class MethodKeys:
    """A TypedDict of everything that a method takes besides the ids in its path."""

    name: str
    body: str
    method: str
    query: list[Argument]


class Params:
    """Builds the module.

    Attributes:
        models: the models that are taken besides TypedDicts.
        aliases: names of types that are no objects.
        dicts: a TypedDict for each object.
        methods: TypedDicts for the methods that send JSON.
    """

    def __init__(
        self,
        parsed: Parsed,
        types: RequestTypes,
        arguments: Arguments,
        operations: Sequence[Operation],
    ) -> None:
        self.models = sorted(types.models)
        self.aliases: list[Alias] = []
        self.dicts: list[Keys] = []
        self.methods = _method_keys(operations)
        names = requests(parsed)
        streamed = {one.body for one in operations if one.extensions.stream}
        objects = parsed.components.objects(names)
        for name in sorted(names):
            component = parsed.components.by_name[name]
            doc = clean(text(component.description))
            if isinstance(component, ModelProperty) and name in objects:
                fields = arguments.properties(component)
                if name in streamed:
                    # What it says decides what a method returns: it is an argument of its own.
                    fields = [one for one in fields if one.name != "stream"]
                self.dicts.append(Keys(param_name(name), doc, fields))
            else:
                self.aliases.append(Alias(param_name(name), types.definition(name), doc))


def _method_keys(operations: Iterable[Operation]) -> list[MethodKeys]:
    """The TypedDicts of the methods that send JSON."""
    return [
        MethodKeys(
            f"{pascal_case(one.extensions.id)}Params",
            one.body,
            f"{one.extensions.resource}.{one.extensions.method_name}",
            one.query,
        )
        for one in operations
        if one.body and one.content_type == "application/json"
    ]
