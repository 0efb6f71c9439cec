"""The fast way to decode large answers: structs that msgspec fills, and turns into models.

A struct takes only what the description knows, exactly; whatever else an answer has, be it an
unknown field or variant or a wrong type, makes msgspec refuse it, and the decoders of the models
take over. So structs decide nothing; they only save time.
"""

from dataclasses import dataclass

from .description import Json, ref_name
from .python_types import Types, json_type, map_values, without_null

_SCALARS = {"string": "str", "integer": "int", "number": "int | float", "boolean": "bool"}

_MODEL = "v if v is None else v.to_model()"
_MODELS = "[one.to_model() for one in v] if v else v"


@dataclass(frozen=True)
class Wire:
    """How a value stands in a struct.

    Attributes:
        annotation: its type there, without None.
        convert: an expression that makes of `v`, which may be None, what the model has; "v" if it
            stays as it is.
        structs: the models whose structs the annotation names.
        decoders: the components whose decoders the conversion calls.
    """

    annotation: str
    convert: str = "v"
    structs: frozenset[str] = frozenset()
    decoders: frozenset[str] = frozenset()


class Wires:
    """Writes the structs of one description."""

    def __init__(self, types: Types) -> None:
        self.types = types
        self.tags = self._tags()

    def _tags(self) -> dict[str, str]:
        """The `type` of each model that is told apart by it, and by nothing else, in unions."""
        found: dict[str, str] = {}
        for name in sorted(self.types.models):
            if self.types.kind(name) == "union":
                for value, model in self.types.variants(name).items():
                    kind = self.types.schemas[model].get("properties", {}).get("type", {})
                    if kind.get("const") == value:
                        found[model] = value
        return found

    def of(self, schema: Json) -> Wire:
        """How a value of a schema stands in a struct."""
        schema, _ = without_null(schema)
        if "$ref" in schema:
            return self._ref(ref_name(schema))
        kind = json_type(schema)
        if kind == "array":
            item = self.of(schema["items"])
            if item.convert == "v":
                return Wire(f"list[{item.annotation}]", structs=item.structs)
            if item.convert == _MODEL:
                return Wire(f"list[{item.annotation}]", _MODELS, item.structs)
        if kind == "object":
            value = self.of(map_values(schema))
            if value.convert == "v":
                return Wire(f"dict[str, {value.annotation}]", structs=value.structs)
        if kind in ("array", "object"):
            written = self.types.response(schema)
            return Wire("Any", f"v if v is None else {written.call}", decoders=written.names)
        return Wire(_SCALARS.get(kind, "Any"))

    def _ref(self, name: str) -> Wire:
        kind = self.types.kind(name)
        if kind == "model":
            return Wire(f"{name}Wire", _MODEL, frozenset({name}))
        if kind == "union":
            variants = set(self.types.variants(name).values())
            if variants <= set(self.tags):
                annotation = " | ".join(f"{one}Wire" for one in sorted(variants))
                return Wire(annotation, _MODEL, frozenset(variants))
        if kind in ("union", "choice"):
            call = self.types.response_of(name).call
            return Wire("Any", f"v if v is None else {call}", decoders=frozenset({name}))
        return self.of(self.types.schemas[name])
