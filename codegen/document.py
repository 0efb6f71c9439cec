"""What openapi-python-client drops of the description, read from the document itself.

Everything else comes from its parse (parsed.py). Each reading says where version 0.29.1 drops it,
so that it can go when a later one no longer does.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from .description import Description, Json, is_array, is_object


@frozen
class Extensions:
    """An operation's id, and what our x- extensions say about it."""

    id: str
    resource: str
    method_name: str
    availability: Json | None
    repeatable: bool
    listed_by: str
    stream: bool


@frozen
class Parameter:
    """A path or query parameter."""

    name: str
    location: str
    schema: Json
    python_name: str
    description: str
    availability: Json | None


class Document:
    """Reads a description.

    Attributes:
        schemas: the component schemas, for the service to validate by: properties keep no limits of
            lengths, numbers and items (parser/properties/*.py have no attribute for them).
        operations: by id, in the order of the description. Endpoint.from_data (parser/openapi.py)
            takes no extensions, and endpoints are grouped by tag.
        parameters: of each operation, by name. Parameters.classes_by_reference holds copies without
            descriptions and extensions (parameter_from_data in parser/properties/schemas.py), and
            Endpoint.add_parameters passes on nothing but name, schema and required.
        availabilities: those with a name; GeneratorData has no extensions of the document.
        events: of a stream, by name, with the component that each brings; those without JSON left
            out. A response is parsed for one content type (response_from_data in
            parser/responses.py), never for text/event-stream.
    """

    def __init__(self, description: Description) -> None:
        self.schemas = description.schemas
        self.availabilities = description.named
        self.events = description.events()
        self.operations: dict[str, Extensions] = {}
        self.parameters: dict[str, dict[str, Parameter]] = {}
        for path, _, node in description.operations():
            extensions = _extensions(node)
            parameters = map(_parameter, description.parameters(path, node))
            self.operations[extensions.id] = extensions
            self.parameters[extensions.id] = {one.name: one for one in parameters}
        self._enums = [list(one) for one in _enums(description.document)]

    def group(self, component: str) -> str:
        """The module of its model, x-group.

        Only ModelProperty keeps its schema; LiteralEnumProperty and UnionProperty do not
        (parser/properties/literal_enum_property.py, union.py).
        """
        return str(self.schemas[component]["x-group"])

    def is_page(self, component: str) -> bool:
        """Whether it is a page of a list, x-page."""
        return bool(self.schemas[component].get("x-page"))

    def python_type(self, component: str) -> str | None:
        """What requests take in Python besides what the schema says, x-python-also."""
        written: str | None = self.schemas[component].get("x-python-also")
        return written

    def variants(self, component: str) -> dict[str, str]:
        """The models of a union by the values of its discriminator; none if it has no such thing.

        UnionProperty.build (parser/properties/union.py) ignores discriminators.
        """
        mapping = self.schemas[component].get("discriminator", {}).get("mapping", {})
        return {value: ref.rpartition("/")[2] for value, ref in sorted(mapping.items())}

    def is_time(self, model: str, name: str) -> bool:
        """Whether a property is in seconds since 1970.

        The format is read of strings only (_property_from_data in parser/properties/__init__.py).
        """
        return bool(self._property(model, name).get("format") == "unixtime")

    def in_order(self, values: Iterable[str | int]) -> list[str | int]:
        """The values of an enum as the description lists them; if twice, as it does first.

        LiteralEnumProperty keeps a set (parser/properties/literal_enum_property.py), EnumProperty
        loses one of two values that make the same Python name.
        """
        wanted = set(values)
        return next(one for one in self._enums if set(one) == wanted)

    def description(self, model: str, name: str) -> str:
        """What a property that is a reference is described as, beside it; empty without.

        The property is a copy of the component, with the component's description
        (_property_from_ref in parser/properties/__init__.py).
        """
        node = self._property(model, name)
        return str(node["description"]) if "$ref" in node and "description" in node else ""

    def availability(self, model: str, name: str) -> Json | None:
        """Who has a property; no parsed property keeps extensions."""
        return self._property(model, name).get("x-availability")

    def _property(self, model: str, name: str) -> Json:
        found: Json = self.schemas[model]["properties"][name]
        return found


def _extensions(node: Json) -> Extensions:
    return Extensions(
        id=node["operationId"],
        resource=node["x-resource"],
        method_name=node["x-method"],
        availability=node.get("x-availability"),
        repeatable=bool(node.get("x-repeatable")),
        listed_by=node.get("x-listed-by", ""),
        stream=bool(node.get("x-stream")),
    )


def _parameter(node: Json) -> Parameter:
    return Parameter(
        name=node["name"],
        location=node["in"],
        schema=node["schema"],
        python_name=node.get("x-python-name") or node["name"],
        description=node.get("description", ""),
        availability=node.get("x-availability"),
    )


def _enums(node: Any) -> Iterator[list[Any]]:
    """The values of every enum below a node, without null."""
    children: Iterable[Any] = node.values() if is_object(node) else node if is_array(node) else ()
    if is_object(node) and is_array(values := node.get("enum")):
        yield [value for value in values if value is not None]
    for child in children:
        yield from _enums(child)
