"""From a schema to the Python that is written for it: an annotation, and a decoder of responses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from openapi_python_client.strings import snake_case

from .description import Description, DescriptionError, Json, is_object, ref_name, walk
from .names import unique

_SCALARS = {
    "string": ("str", "string", ("str",), "a string"),
    "integer": ("int", "integer", ("int",), "an integer"),
    "number": ("float", "number", ("float", "int"), "a number"),
    "boolean": ("bool", "boolean", ("bool",), "a boolean"),
}
_JSON_CLASSES = {
    "string": ("str",),
    "integer": ("int",),
    "number": ("int", "float"),
    "boolean": ("bool",),
    "array": ("list",),
    "object": ("dict",),
}
_JSON_WORDS = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "a boolean",
    "array": "an array",
    "object": "an object",
}


@dataclass(frozen=True)
class Written:
    """Python for a schema.

    Attributes:
        annotation: the type, without None.
        decoder: an expression for a function from parsed JSON to the value.
        call: an expression that decodes the variable `v`; empty for scalars.
        classes: for scalars, the exact classes `v` may have.
        expected: for scalars, what a wrong value is told.
        names: component schemas that the annotation or the decoder refers to.
    """

    annotation: str
    decoder: str
    call: str = ""
    classes: tuple[str, ...] = ()
    expected: str = ""
    names: frozenset[str] = frozenset()


class Types:
    """Writes the types of one description."""

    def __init__(self, description: Description) -> None:
        self.description = description
        self.schemas = description.schemas
        self.pages = {name for name, schema in self.schemas.items() if schema.get("x-page")}
        self.models = self._reached(self._answers())

    def _answers(self) -> Iterator[Json]:
        for _, _, operation in self.description.operations():
            media, schema = self.description.answer(operation)
            if media == "application/json":
                name = ref_name(schema)
                yield self.schemas[name]["properties"]["data"] if name in self.pages else schema
        for name in self.description.events().values():
            yield {"$ref": f"#/components/schemas/{name}"}

    def _reached(self, schemas: Iterable[Json]) -> set[str]:
        """The names of all components that some schemas refer to, directly or not."""
        found: set[str] = set()
        waiting = list(schemas)
        while waiting:
            for _, node in walk(waiting.pop(), ""):
                if "$ref" in node and (name := ref_name(node)) not in found:
                    found.add(name)
                    waiting.append(self.schemas[name])
        return found

    def kind(self, name: str) -> str:
        """What a component is written as: model, map, union, choice, enum or scalar."""
        schema = self.schemas[name]
        if "oneOf" in schema:
            return "union"
        if "anyOf" in schema:
            return "choice"
        if "properties" in schema:
            return "model"
        if schema.get("type") == "object":
            return "map"
        return "enum" if "enum" in schema else "scalar"

    def variants(self, name: str) -> dict[str, str]:
        """The discriminator's values of a union, and the models they stand for."""
        mapping = self.schemas[name]["discriminator"]["mapping"]
        return {value: ref.rpartition("/")[2] for value, ref in sorted(mapping.items())}

    def response(self, schema: Json) -> Written:
        """How a value in a response is typed and decoded."""
        schema, _ = without_null(schema)
        if "$ref" in schema:
            return self.response_of(ref_name(schema))
        kind = json_type(schema)
        if kind == "array":
            item = self.response(schema["items"])
            return _container("list", item.annotation, item, "items")
        if kind == "object":
            return self._response_map(schema)
        if kind == "any":
            return Written("Any", "anything", "v")
        _, decoder, classes, expected = _SCALARS[kind]
        return Written(scalar_annotation(schema), decoder, "", classes, expected)

    def response_of(self, name: str) -> Written:
        """How a value that refers to a component is typed and decoded."""
        kind = self.kind(name)
        if kind in ("model", "union", "choice"):
            decoder = decoder_name(name)
            return Written(name, decoder, f"{decoder}(v)", names=frozenset({name}))
        inner = self.response(self.schemas[name])
        return Written(
            name,
            inner.decoder,
            inner.call,
            inner.classes,
            inner.expected,
            inner.names | {name},
        )

    def _response_map(self, schema: Json) -> Written:
        if not map_values(schema):
            return Written("dict[str, Any]", "mapping", "mapping(v)")
        item = self.response(map_values(schema))
        return _container("dict", f"str, {item.annotation}", item, "values")

    def choice(self, name: str) -> tuple[str, dict[str, str], str, frozenset[str]]:
        """A union by JSON type: annotation, class to decoder, expected words, names."""
        annotations: list[str] = []
        decoders: dict[str, str] = {}
        words: list[str] = []
        names: frozenset[str] = frozenset()
        for member in self.schemas[name]["anyOf"]:
            if member.get("type") == "null":
                continue
            written = self.response(member)
            annotations.append(written.annotation)
            names |= written.names
            kind = self.json_type_of(member)
            words.append(_JSON_WORDS[kind])
            for python in _JSON_CLASSES[kind]:
                if decoders.setdefault(python, written.decoder) != written.decoder:
                    raise DescriptionError(f"{name}: two members of anyOf have the same JSON type")
        return " | ".join(unique(annotations)), decoders, " or ".join(unique(words)), names

    def json_type_of(self, schema: Json) -> str:
        """The JSON type of a schema, seen through references."""
        schema = self.description.deref(schema)
        return "object" if "oneOf" in schema else json_type(schema)


def without_null(schema: Json) -> tuple[Json, bool]:
    """A schema without its null, and whether it had one."""
    if isinstance(schema.get("type"), list):
        kinds = [kind for kind in schema["type"] if kind != "null"]
        rest = {**schema, "type": kinds[0] if len(kinds) == 1 else kinds}
        return rest, len(kinds) != len(schema["type"])
    members = schema.get("anyOf")
    if members and "$ref" not in schema:
        others = [member for member in members if member.get("type") != "null"]
        if len(others) == 1 and len(members) > 1:
            return others[0], True
    return schema, False


def map_values(schema: Json) -> Json:
    """What the values of an object used as a map are; empty where they may be anything."""
    value = schema.get("additionalProperties")
    return value if is_object(value) else {}


def json_type(schema: Json) -> str:
    """The JSON type a schema declares; "any" if it declares none or several."""
    kind = schema.get("type", "any")
    return kind if isinstance(kind, str) else "any"


def scalar_annotation(schema: Json) -> str:
    """The annotation of a string, number or boolean; enums are open."""
    if "const" in schema:
        return f"Literal[{schema['const']!r}]"
    if "enum" in schema:
        values = [value for value in schema["enum"] if value is not None]
        return f"Literal[{', '.join(map(repr, values))}] | str"
    return _SCALARS[json_type(schema)][0]


def _container(kind: str, inner: str, item: Written, decode: str) -> Written:
    """A list or dict; one of scalars is only checked, not made anew."""
    function = f"checked_{decode}" if item.classes else decode
    return Written(
        f"{kind}[{inner}]",
        f"partial({function}, {'check' if item.classes else 'decode'}={item.decoder})",
        f"{function}(v, {item.decoder})",
        names=item.names,
    )


def decoder_name(name: str) -> str:
    """The function that decodes a union."""
    return "decode_" + snake_case(name)
