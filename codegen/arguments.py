"""The arguments of methods: what is in the path, the query and the body of a request."""

from collections.abc import Iterable

from attrs import frozen
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol

from .components import Components, text
from .description import DescriptionError
from .document import Document
from .names import clean
from .request_types import RequestTypes


@frozen
class Argument:
    """An argument of a method, or a key of a TypedDict.

    Attributes:
        refers: the components that its annotation names.
        models: those of them whose models are taken, too.
    """

    name: str
    wire_name: str
    annotation: str
    doc: str
    required: bool
    refers: frozenset[str]
    models: frozenset[str]


class Arguments:
    """Makes arguments of what openapi-python-client parsed."""

    def __init__(self, components: Components, document: Document, types: RequestTypes) -> None:
        self._components = components
        self._document = document
        self._types = types

    def path(self, endpoint: Endpoint) -> list[Argument]:
        """The parameters in the path, in the path's order."""
        return self._parameters(endpoint, endpoint.path_parameters)

    def query(self, endpoint: Endpoint) -> list[Argument]:
        """The parameters of the query."""
        return self._parameters(endpoint, endpoint.query_parameters)

    def body(self, endpoint: Endpoint) -> list[Argument]:
        """The properties of the request body; none if there is no body."""
        model = body_model(endpoint)
        return self.properties(model) if model else []

    def properties(self, model: ModelProperty) -> list[Argument]:
        """The properties of an object in a request."""
        name = str(model.class_info.name)
        return [
            self._argument(prop, self._document.description(name, text(prop.name)))
            for prop in self._components.properties(model)
        ]

    def _parameters(
        self, endpoint: Endpoint, properties: Iterable[PropertyProtocol]
    ) -> list[Argument]:
        documented = self._document.parameters[endpoint.name]
        described = [(prop, documented[text(prop.name)]) for prop in properties]
        return [self._argument(prop, one.description, one.python_name) for prop, one in described]

    def _argument(self, prop: PropertyProtocol, description: str, name: str = "") -> Argument:
        wire_name = text(prop.name)
        refers = self._components.names(prop)
        return Argument(
            name=name or wire_name,
            wire_name=wire_name,
            annotation=self._types.annotation(prop),
            doc=clean(description or text(prop.description)),
            required=prop.required,
            refers=refers,
            models=refers & self._types.models,
        )


def body_model(endpoint: Endpoint) -> ModelProperty | None:
    """The object that a request body is; None if there is no body."""
    match [body.prop for body in endpoint.bodies]:
        case []:
            return None
        case [ModelProperty() as model]:
            return model
        case _:
            raise DescriptionError(f"{endpoint.name}: give its body one content type, and a $ref")
