"""What the modules of models are rendered from: a class for each object, and other names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from attrs import frozen
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol

from openai_assistants_core import model_mixins

from .components import Components, text
from .description import DescriptionError
from .document import Document
from .names import clean
from .parsed import Parsed
from .response_types import ResponseTypes, is_optional
from .usage import answers, responses


@frozen
class Field:
    """A field of a model."""

    name: str
    annotation: str
    default: str
    doc: str
    is_optional: bool
    is_time: bool
    is_provider_specific: bool


@frozen
class Model:
    """An object; with a tag where the members of a union are told apart by it."""

    name: str
    base: str
    tag: str
    doc: str
    fields: list[Field]

    @property
    def optional(self) -> list[Field]:
        """The fields that an answer may leave out."""
        return [one for one in self.fields if one.default == "ABSENT"]

    @property
    def provider_specific(self) -> list[str]:
        """The fields that only providers other than OpenAI have."""
        return [one.name for one in self.fields if one.is_provider_specific]


@frozen
class Alias:
    """A name for a type."""

    name: str
    annotation: str
    doc: str


@frozen
class Module:
    """A module: what it defines, and what it needs of the others.

    Each definition is behind those that it refers to: annotations that are strings would have to be
    compiled one by one, at twice the cost of the classes.
    """

    group: str
    definitions: list[Model | Alias]
    imports: dict[str, list[str]]

    @property
    def names(self) -> list[str]:
        """What it offers to be imported."""
        return sorted(one.name for one in self.definitions)


class Models:
    """Builds the modules from what openapi-python-client parsed."""

    def __init__(self, parsed: Parsed, document: Document) -> None:
        self._components: Components = parsed.components
        self._document = document
        self._types = ResponseTypes(parsed.components, document)
        self._names = responses(parsed, document)
        self._objects = parsed.components.objects(self._names)
        self._tags = {
            model: value
            for union in self._names
            for value, model in document.variants(union).items()
        }
        self._check_variants(answers(parsed, document))

    def modules(self) -> list[Module]:
        """The modules, each importing only from those before it."""
        groups: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._names):
            groups[self._document.group(name)].append(name)
        modules = {group: self._module(group, names) for group, names in groups.items()}
        return [modules[group] for group in in_order({g: m.imports for g, m in modules.items()})]

    def _module(self, group: str, names: list[str]) -> Module:
        refers = {name: sorted(self._components.inside(name) - {name}) for name in names}
        imports: dict[str, list[str]] = defaultdict(list)
        for name in sorted({one for inside in refers.values() for one in inside} - refers.keys()):
            imports[self._document.group(name)].append(name)
        definitions = [self._define(name) for name in in_order(refers) if name in refers]
        return Module(group, definitions, dict(sorted(imports.items())))

    def _check_variants(self, roots: set[str]) -> None:
        """Refuses a variant outside its union: there, msgspec does not miss an absent tag."""
        alone = {name: self._components.inside(name) for name in self._names}
        alone = {name: one for name, one in alone.items() if not self._document.variants(name)}
        for name, inside in {**alone, "an answer or an event": roots}.items():
            if found := sorted(inside & self._tags.keys()):
                raise DescriptionError(f"{name}: refer to the union of {found}, not to a variant")

    def _define(self, name: str) -> Model | Alias:
        component = self._components.by_name[name]
        doc = clean(text(component.description))
        if name not in self._objects or not isinstance(component, ModelProperty):
            return Alias(name, self._types.definition(name), doc)
        base = f"{name}Mixin" if f"{name}Mixin" in model_mixins.__all__ else "Model"
        fields = [self._field(name, one) for one in self._components.properties(component)]
        return Model(name, base, self._tags.get(name, ""), doc, fields)

    def _field(self, model: str, prop: PropertyProtocol) -> Field:
        name = text(prop.name)
        if not name.isidentifier():
            raise DescriptionError(f"{model}.{name}: not a Python identifier")
        annotation, optional = self._types.annotation(prop), is_optional(prop)
        default = "" if prop.required else "ABSENT"
        if isinstance(prop, ConstProperty) and prop.required:
            default = f"constant({prop.value.raw_value!r})"
        if self._tags.get(model) and name == "type":
            annotation, optional = f"Discriminator[{annotation}]", False
            default = f"discriminator({self._tags[model]!r})"
        if optional:
            annotation += " | None"
        # A class can name itself only in a string.
        return Field(
            name,
            repr(annotation) if model in self._components.names(prop) else annotation,
            default,
            clean(self._document.description(model, name) or text(prop.description)),
            optional,
            self._document.is_time(model, name),
            self._is_provider_specific(model, name),
        )

    def _is_provider_specific(self, model: str, name: str) -> bool:
        """Whether OpenAI's own API, in its second generation, certainly does not have a field."""
        availability = self._document.availability(model, name) or {}
        return str(availability.get("openai-v2", "")).startswith("no")


def in_order(refers: Mapping[str, Iterable[str]]) -> list[str]:
    """Names, each behind those that it refers to."""
    try:
        return list(TopologicalSorter(refers).static_order())
    except CycleError as error:
        circle = " -> ".join(error.args[1])
        raise DescriptionError(f"these refer to one another in a circle: {circle}") from error
