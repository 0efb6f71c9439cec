"""What the templates are given: plain data, with every decision already taken."""

from collections import defaultdict
from dataclasses import dataclass, field

from openai_assistants_core import model_mixins

from .description import Description, DescriptionError, Json
from .names import clean, unique
from .python_types import Types, Written, decoder_name, without_null
from .wire import Wire, Wires

REST = "openai_assistants_rest"


@dataclass(frozen=True)
class Field:
    """A property of a model, or an argument of an operation."""

    name: str
    annotation: str
    doc: str
    required: bool
    default: str = "ABSENT"
    written: Written | None = None
    is_time: bool = False
    bit: int = 0
    wire: Wire | None = None


@dataclass(frozen=True)
class Model:
    """A class, or a TypedDict, for an object."""

    name: str
    base: str
    doc: str
    fields: list[Field]
    tag: str | None = None

    @property
    def decoder(self) -> str:
        """The function that decodes it."""
        return decoder_name(self.name)


@dataclass(frozen=True)
class Alias:
    """A name for a type; for unions, with what its decoder is made of.

    One that refers to other names stands behind them.
    """

    name: str
    annotation: str
    doc: str
    decoder: str = ""
    discriminator: str = ""
    variants: dict[str, str] = field(default_factory=dict[str, str])
    expected: str = ""
    kinds: dict[str, str] = field(default_factory=dict[str, str])
    refers: bool = False


@dataclass
class Module:
    """A module of models: what it defines, and what it needs of the others."""

    group: str
    scalars: list[Alias] = field(default_factory=list[Alias])
    models: list[Model] = field(default_factory=list[Model])
    unions: list[Alias] = field(default_factory=list[Alias])
    imports: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    @property
    def wires(self) -> list[Wire]:
        """How the fields of its models stand in structs."""
        return [one.wire for model in self.models for one in model.fields if one.wire]

    @property
    def names(self) -> list[str]:
        """What it offers to be imported."""
        aliases = [*self.scalars, *self.unions]
        return sorted([*(one.name for one in aliases), *(one.name for one in self.models)])


class Views:
    """Makes the data for the templates of models."""

    def __init__(self, description: Description, types: Types) -> None:
        self.description = description
        self.types = types
        self.wires = Wires(types)

    def modules(self) -> list[Module]:
        """The modules of models, each importing only from those before it."""
        modules: dict[str, Module] = {}
        needs: dict[str, set[str]] = defaultdict(set)
        for name in sorted(self.types.models):
            group = self.types.schemas[name]["x-group"]
            module = modules.setdefault(group, Module(group))
            needs[group] |= self._define(module, name)
        for module in modules.values():
            outside: dict[str, list[str]] = defaultdict(list)
            for name in sorted(needs[module.group]):
                group = self.types.schemas[name]["x-group"]
                if group != module.group:
                    outside[group] += [name, *self._decoders(name)]
            module.imports = {group: sorted(names) for group, names in sorted(outside.items())}
            module.unions.sort(key=lambda one: bool(one.kinds))
        return _in_order(modules)

    def wire_imports(self, module: Module) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """What a module of structs needs: structs of other groups, and decoders, by group."""
        structs: dict[str, list[str]] = defaultdict(list)
        decoders: dict[str, list[str]] = defaultdict(list)
        for name in sorted({name for wire in module.wires for name in wire.structs}):
            group = self.types.schemas[name]["x-group"]
            if group != module.group:
                structs[group].append(f"{name}Wire")
        for name in sorted({name for wire in module.wires for name in wire.decoders}):
            decoders[self.types.schemas[name]["x-group"]] += self._decoders(name)
        return dict(sorted(structs.items())), dict(sorted(decoders.items()))

    def _decoders(self, name: str) -> list[str]:
        return [decoder_name(name)] if self.types.kind(name) in ("model", "union", "choice") else []

    def _define(self, module: Module, name: str) -> frozenset[str]:
        """Adds a component to its module; gives the names it refers to."""
        schema = self.types.schemas[name]
        kind = self.types.kind(name)
        doc = clean(schema.get("description", ""))
        if kind == "model":
            properties = enumerate(schema["properties"].items())
            fields = [self._field(place, one, name, sub) for place, (one, sub) in properties]
            base = f"{name}Mixin" if f"{name}Mixin" in model_mixins.__all__ else "Model"
            module.models.append(Model(name, base, doc, fields, self.wires.tags.get(name)))
            return frozenset[str]().union(*(one.written.names for one in fields if one.written))
        if kind == "union":
            variants = self.types.variants(name)
            classes = unique(variants.values())
            module.unions.append(
                Alias(
                    name,
                    " | ".join([*classes, "UnknownVariant"]),
                    doc,
                    decoder_name(name),
                    discriminator=schema["discriminator"]["propertyName"],
                    variants=variants,
                )
            )
            return frozenset(classes)
        if kind == "choice":
            annotation, kinds, expected, names = self.types.choice(name)
            module.unions.append(
                Alias(name, annotation, doc, decoder_name(name), expected=expected, kinds=kinds)
            )
            return names
        written = self.types.response(schema)
        refers = bool(written.names)
        module.scalars.append(Alias(name, written.annotation, doc, refers=refers))
        return written.names

    def _field(self, place: int, name: str, model: str, schema: Json) -> Field:
        if not name.isidentifier():
            raise DescriptionError(f"{model}.{name}: not a Python identifier")
        required = name in self.types.schemas[model].get("required", ())
        inner, nullable = without_null(schema)
        written = self.types.response(inner)
        constant = inner.get("const")
        return Field(
            name,
            written.annotation if required and not nullable else f"{written.annotation} | None",
            clean(self._doc(schema)),
            required,
            default=repr(constant) if constant is not None else "" if required else "ABSENT",
            written=written,
            is_time=inner.get("format") == "unixtime",
            bit=1 << place,
            wire=self.wires.of(schema),
        )

    def _doc(self, schema: Json) -> str:
        if "description" in schema:
            return str(schema["description"])
        inner, _ = without_null(schema)
        return str(self.description.deref(inner).get("description", ""))


def fetch(field: Field) -> str:
    """An expression for a field of the dict `raw`: KeyError or ABSENT where it is not there."""
    return f"raw[{field.name!r}]" if field.required else f"get({field.name!r}, ABSENT)"


def _in_order(modules: dict[str, Module]) -> list[Module]:
    ordered: list[Module] = []
    while len(ordered) < len(modules):
        done = {module.group for module in ordered}
        ready = [
            module
            for group, module in sorted(modules.items())
            if group not in done and set(module.imports) <= done
        ]
        if not ready:
            raise DescriptionError(
                f"x-group: {sorted(set(modules) - done)} depend on one another in a circle"
            )
        ordered += ready
    return ordered
