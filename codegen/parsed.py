"""The description as openapi-python-client parses it: endpoints, components, and warnings."""

from openapi_python_client import schema as oai
from openapi_python_client.config import Config
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.properties import (
    LiteralEnumProperty,
    ModelProperty,
    Schemas,
    build_schemas,
)
from openapi_python_client.parser.properties.union import UnionProperty

from .components import Component, Components, text
from .description import DescriptionError, Json


class Parsed:
    """What the builders start from.

    Attributes:
        data: what openapi-python-client's Project takes.
        endpoints: by operationId.
        components: what became of the component schemas.
    """

    def __init__(self, document: Json, config: Config) -> None:
        data = GeneratorData.from_dict(document, config=config)
        if isinstance(data, GeneratorError):
            raise DescriptionError(f"{data.header}: {data.detail}")
        _refuse_warnings(data)
        self.data = data
        self.endpoints = {
            str(one.name): one
            for collection in data.endpoint_collections_by_tag.values()
            for one in collection.endpoints
        }
        self.components = Components(_components(document, config))


def _refuse_warnings(data: GeneratorData) -> None:
    """Warnings mean that something is left out; as a command, the generator would go on."""
    collections = data.endpoint_collections_by_tag.values()
    errors = [*(one for part in collections for one in part.parse_errors), *data.errors]
    if errors:
        lines = [f"{error.header} {error.detail or ''}".strip() for error in errors]
        raise DescriptionError("the generator warns:\n  " + "\n  ".join(lines))


def _components(document: Json, config: Config) -> dict[str, Component]:
    """The component schemas, parsed once more: GeneratorData has no unions, nor which is which.

    GeneratorData.from_dict (parser/openapi.py) keeps only classes of the schemas it builds.
    """
    schemas = oai.OpenAPI.model_validate(document).components
    named = (schemas and schemas.schemas) or {}
    built = build_schemas(components=named, schemas=Schemas(), config=config).classes_by_reference
    found: dict[str, Component] = {}
    for path, prop in built.items():
        name = text(path).rpartition("/")[2]
        match prop:
            case UnionProperty():
                found[name] = prop
            case ModelProperty() | LiteralEnumProperty() if prop.class_info.name == name:
                found[name] = prop
            case _:
                pass
    if lost := sorted({text(name) for name in named} - found.keys()):
        raise DescriptionError(
            f"the generator lost or renamed these schemas: {lost}. It keeps the names of objects, "
            "enums, and unions of two or more."
        )
    return found
