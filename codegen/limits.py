"""Which fields and query parameters of an operation some provider certainly does not have."""

from collections.abc import Iterator

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.union import UnionProperty

from .arguments import body_model
from .components import Components, text
from .description import Json, is_object
from .document import Document

Limit = tuple[str, Json]


class Limits:
    """Availabilities with a "no", by the path of the field: `messages[].file_ids`.

    Members of unions are left out: to a client they are values, and values are never refused.
    """

    def __init__(self, components: Components, document: Document) -> None:
        self._components = components
        self._document = document

    def of(self, endpoint: Endpoint) -> dict[str, Json]:
        """The limits of an operation, sorted by path."""
        documented = self._document.parameters[endpoint.name]
        query = (documented[text(prop.name)] for prop in endpoint.query_parameters)
        found = [
            (one.name, one.availability)
            for one in query
            if one.availability and _has_no(one.availability)
        ]
        if body := body_model(endpoint):
            found += self._fields(body, "", ())
        return dict(sorted(found))

    def _fields(self, model: ModelProperty, prefix: str, trail: tuple[str, ...]) -> Iterator[Limit]:
        name = str(model.class_info.name)
        if name in trail:
            return
        for prop in self._components.properties(model):
            path = f"{prefix}{text(prop.name)}"
            availability = self._document.availability(name, text(prop.name))
            if availability and _has_no(availability):
                yield path, availability
            for inner, steps in self._objects(prop):
                yield from self._fields(inner, f"{path}{steps}.", (*trail, name))

    def _objects(self, prop: PropertyProtocol) -> Iterator[tuple[ModelProperty, str]]:
        """The objects a property leads to, each with "[]" for every array in between."""
        match prop:
            case ModelProperty():
                yield prop, ""
            case ListProperty():
                for model, steps in self._objects(prop.inner_property):
                    yield model, f"[]{steps}"
            case UnionProperty():
                [first, *others] = self._components.parts(prop)
                if not others and not isinstance(first, str):
                    yield from self._objects(first)
            case _:
                pass


def _has_no(availability: Json) -> bool:
    azure = availability.get("azure")
    otherwise = azure.get("otherwise", "") if is_object(azure) else ""
    return any(str(verdict).startswith("no") for verdict in [*availability.values(), otherwise])
