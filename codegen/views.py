"""What the templates are given: plain data, with every decision already taken."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from openai_assistants_core import model_mixins

from .description import Description, DescriptionError, Json, ref_name
from .limits import limits_of
from .python_types import Types, Written, decoder_name, param_name, snake, unique, without_null
from .wire import Wire, Wires

REST = "openai_assistants_rest"

ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
    "500": "InternalServerError",
}


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
    wire_name: str = ""
    names: frozenset[str] = frozenset()
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


@dataclass(frozen=True)
class Operation:
    """An operation, for the registry and for its method."""

    id: str
    method: str
    path: str
    resource: str
    name: str
    summary: str
    description: str
    positional: Field | None
    path_fields: list[Field]
    query: list[Field]
    body: list[Field]
    media: str | None
    body_schema: str | None
    kind: str
    model: str
    model_module: str
    statuses: list[int]
    availability: Json | None
    limits: dict[str, Json]
    errors: list[tuple[str, str]]
    returns: str
    deprecated: bool
    repeatable: bool
    listed_by: str

    @property
    def constant(self) -> str:
        """Its name in the registry's module."""
        return self.id.upper()

    @property
    def params(self) -> str:
        """The TypedDict of everything its method takes besides path parameters."""
        return "".join(part.capitalize() for part in self.id.split("_")) + "Params"

    @property
    def keywords(self) -> list[Field]:
        """Keyword-only arguments in the order of the openai package.

        What else is in the path, what is required, the rest of the query, the rest of the body.
        """
        path = [one for one in self.path_fields if one is not self.positional]
        groups = (
            [one for one in (*self.query, *self.body) if one.required],
            [one for one in self.query if not one.required],
            [one for one in self.body if not one.required],
        )
        return [*path, *(one for group in groups for one in sorted(group, key=_by_name))]


@dataclass(frozen=True)
class Event:
    """An event of a stream: its class, its name on the wire, and the model it brings."""

    name: str
    event: str
    model: str


@dataclass
class Resource:
    """A class of operations, sync and async."""

    path: str
    name: str
    operations: list[Operation] = field(default_factory=list[Operation])
    children: list["Resource"] = field(default_factory=list["Resource"])
    params: list[str] = field(default_factory=list[str])
    models: list[str] = field(default_factory=list[str])

    @property
    def module(self) -> str:
        """The module it is written to."""
        return snake(self.name)

    @property
    def parent(self) -> str:
        """The path of the resource it is within; empty where that is the client."""
        return self.path.rpartition(".")[0]

    @property
    def attribute(self) -> str:
        """Its name on its parent."""
        return self.path.rpartition(".")[2]


class Views:
    """Makes the data for all templates from a description."""

    def __init__(self, description: Description, endpoints: dict[str, Any]) -> None:
        """`endpoints` are openapi-python-client's parsed endpoints, by operationId."""
        self.description = description
        self.types = Types(description)
        self.wires = Wires(self.types)
        self.endpoints = endpoints
        self.operations = [
            self._operation(path, method, node) for path, method, node in description.operations()
        ]
        self.resources = self._resources()

    def availability(self, mapping: Json) -> str:
        """The expression for an availability: a constant, if the description has a name for it."""
        for name, named in self.description.named.items():
            if named == mapping:
                return "_" + name.upper().replace("-", "_")
        return f"Availability.from_mapping({mapping})"

    def named_availabilities(self) -> dict[str, Json]:
        """Those that operations refer to by a constant, in order of their names."""
        used = [
            mapping
            for operation in self.operations
            for mapping in (operation.availability, *operation.limits.values())
            if mapping
        ]
        named = sorted(self.description.named.items())
        return {self.availability(mapping): mapping for _, mapping in named if mapping in used}

    # -- models --------------------------------------------------------------------------------

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

    # -- events --------------------------------------------------------------------------------

    def events(self) -> list[Event]:
        """The events of a stream that bring a model, in the order of the description."""
        return [
            Event(_event_class(event), event, model)
            for event, model in self.description.events().items()
        ]

    def event_imports(self) -> dict[str, list[str]]:
        """What the module of events needs of the modules of models."""
        needed: dict[str, list[str]] = defaultdict(list)
        for model in sorted(set(self.description.events().values())):
            needed[self.types.schemas[model]["x-group"]] += [model, decoder_name(model)]
        return dict(sorted(needed.items()))

    # -- request bodies ------------------------------------------------------------------------

    def params(self) -> tuple[list[Alias], list[Model]]:
        """Aliases and TypedDicts for what requests are made of."""
        aliases: list[Alias] = []
        dicts: list[Model] = []
        for name in sorted(self.types.params):
            schema = self.types.schemas[name]
            doc = clean(schema.get("description", ""))
            if self.types.kind(name) == "model":
                dicts.append(Model(param_name(name), "TypedDict", doc, self._arguments(schema)))
            else:
                aliases.append(Alias(param_name(name), self.types.param(schema)[0], doc))
        return aliases, dicts

    def param_imports(self) -> list[str]:
        """The response models that requests accept besides TypedDicts."""
        return sorted(
            name
            for name in self.types.params & self.types.models
            if self.types.kind(name) == "model"
        )

    def _arguments(self, schema: Json) -> list[Field]:
        required = schema.get("required", ())
        return [
            self._argument(name, sub, name in required)
            for name, sub in schema["properties"].items()
        ]

    def _argument(self, name: str, schema: Json, required: bool, wire_name: str = "") -> Field:
        _, nullable = without_null(schema)
        annotation, names = self.types.param(schema)
        return Field(
            name,
            f"{annotation} | None" if nullable else annotation,
            clean(self._doc(schema)),
            required,
            wire_name=wire_name or name,
            names=names,
        )

    # -- operations ----------------------------------------------------------------------------

    def _operation(self, path: str, method: str, node: Json) -> Operation:
        endpoint = self.endpoints[node["operationId"]]
        documented = {one["name"]: one for one in self.description.parameters(path, node)}
        path_fields = [
            self._parameter(documented[one.name.get_untrusted_value()])
            for one in endpoint.path_parameters
        ]
        query = [
            self._parameter(documented[one.name.get_untrusted_value()])
            for one in endpoint.query_parameters
        ]
        body = self.description.body(node)
        media, schema = self.description.answer(node)
        kind, model = self._answer(media, schema)
        return Operation(
            id=node["operationId"],
            method=endpoint.method.upper(),
            path=path,
            resource=node["x-resource"],
            name=node["x-method"],
            summary=clean(node["summary"]),
            description=clean(node.get("description", "")),
            positional=path_fields[-1] if path_fields else None,
            path_fields=path_fields,
            query=query,
            body=self._arguments(self.types.schemas[body[1]]) if body else [],
            media=body[0] if body else None,
            body_schema=body[1] if body else None,
            kind=kind,
            model=model,
            model_module=self.types.schemas[model]["x-group"] if model else "",
            statuses=[int(status) for status in node["responses"] if status.startswith("2")],
            availability=node.get("x-availability"),
            limits=limits_of(self.description, path, node),
            errors=[
                (ERRORS[status], clean(self.description.deref(answer)["description"]))
                for status, answer in node["responses"].items()
                if status in ERRORS
            ],
            returns=clean(self.description.deref(node["responses"]["200"])["description"]),
            deprecated=bool(node.get("deprecated")),
            repeatable=method.upper() != "POST" or bool(node.get("x-repeatable")),
            listed_by=node.get("x-listed-by", ""),
        )

    def _parameter(self, node: Json) -> Field:
        name = str(node.get("x-python-name", node["name"]))
        schema = {"description": node.get("description", ""), **node["schema"]}
        return self._argument(name, schema, bool(node.get("required")), node["name"])

    def _answer(self, media: str, schema: Json) -> tuple[str, str]:
        if media != "application/json":
            return "binary", ""
        name = ref_name(schema)
        if name not in self.types.pages:
            return "model", name
        return "page", ref_name(self.types.schemas[name]["properties"]["data"]["items"])

    def _resources(self) -> list[Resource]:
        paths = unique(operation.resource for operation in self.operations)
        resources = {path: Resource(path, _class_name(path, paths)) for path in paths}
        for operation in self.operations:
            resources[operation.resource].operations.append(operation)
        both = set(self.param_imports())
        for resource in resources.values():
            arguments = [one for op in resource.operations for one in [*op.query, *op.body]]
            names = frozenset[str]().union(*(one.names for one in arguments))
            answers = {operation.model for operation in resource.operations if operation.model}
            resource.params = sorted(map(param_name, names))
            resource.models = sorted(answers | (names & both))
            if resource.parent:
                resources[resource.parent].children.append(resource)
        return list(resources.values())


def _by_name(one: Field) -> str:
    return one.name


def clean(text: str) -> str:
    """A description as one paragraph that is safe inside a docstring."""
    return " ".join(text.split()).replace("\\", "\\\\").replace('"""', "'''")


def _event_class(event: str) -> str:
    """`thread.run.in_progress` to ThreadRunInProgress; an only word gets Event behind it."""
    words = event.replace(".", "_").split("_")
    return "".join(word.capitalize() for word in words) + ("Event" if len(words) == 1 else "")


def _class_name(path: str, paths: Iterable[str]) -> str:
    """The last word of the path; if several resources share it, after their parent's."""
    parent, _, last = path.rpartition(".")
    name = "".join(part.capitalize() for part in last.split("_"))
    shared = [other for other in paths if other.rpartition(".")[2] == last]
    if parent and len(shared) > 1:
        return "".join(p.capitalize() for p in parent.rpartition(".")[2].split("_"))[:-1] + name
    return name


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
