"""What operations answer, and which components responses and requests are made of."""

from typing import Literal

from attrs import frozen
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.responses import Response

from .components import Components, text
from .description import DescriptionError
from .document import Document
from .parsed import Parsed


@frozen
class Answer:
    """A successful response: a model, a page of models, or bytes and no model."""

    kind: Literal["model", "page", "binary"]
    model: str = ""


def success(endpoint: Endpoint) -> Response:
    """The response that the description has for status 200."""
    return next(one for one in endpoint.responses if one.status_code.pattern == "200")


def answer_of(endpoint: Endpoint, components: Components, document: Document) -> Answer:
    """What an operation answers."""
    match success(endpoint).prop:
        case FileProperty():
            return Answer("binary")
        case ModelProperty() as model if not document.is_page(model.class_info.name):
            return Answer("model", str(model.class_info.name))
        case ModelProperty() as page:
            for prop in components.properties(page):
                if isinstance(prop, ListProperty) and text(prop.name) == "data":
                    [name] = components.names(prop)
                    return Answer("page", name)
        case _:
            pass
    raise DescriptionError(f"{endpoint.name}: answer with a named object, a page or binary data")


def answers(parsed: Parsed, document: Document) -> set[str]:
    """The components that operations answer, or lists of them, and that events bring."""
    endpoints = parsed.endpoints.values()
    models = (answer_of(one, parsed.components, document).model for one in endpoints)
    return {*filter(None, models), *document.events.values()}


def responses(parsed: Parsed, document: Document) -> set[str]:
    """The components that answers and events are made of."""
    return parsed.components.reached(answers(parsed, document))


def requests(parsed: Parsed) -> set[str]:
    """The components that bodies and parameters are made of."""
    endpoints = parsed.endpoints.values()
    bodies = (body.prop for one in endpoints for body in one.bodies)
    parameters = (prop for one in endpoints for _, prop in one.iter_all_parameters())
    return parsed.components.reached([*bodies, *parameters])
