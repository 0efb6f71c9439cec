"""What the modules of models are rendered from: a class for each object, and other names."""

from collections import defaultdict

from attrs import field, frozen
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


@frozen
class Alias:
    """A name for a type; one that refers to others is defined behind the models."""

    name: str
    annotation: str
    doc: str
    refers: frozenset[str]


@frozen
class Module:
    """A module: what it defines, and what it needs of the others."""

    group: str
    models: list[Model] = field(factory=list[Model])
    aliases: list[Alias] = field(factory=list[Alias])
    imports: dict[str, list[str]] = field(factory=dict[str, list[str]])

    @property
    def names(self) -> list[str]:
        """What it offers to be imported."""
        names = [one.name for one in self.aliases]
        return sorted([*names, *(one.name for one in self.models)])


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
        modules: dict[str, Module] = {}
        for name in sorted(self._names):
            group = self._document.group(name)
            self._define(modules.setdefault(group, Module(group)), name)
        for module in modules.values():
            module.imports.update(self._imports(module))
            aliases = {one.name for one in module.aliases}
            module.aliases.sort(key=lambda one: len(one.refers & aliases))
        return _in_order(modules)

    def _check_variants(self, roots: set[str]) -> None:
        """Refuses a variant outside its union: there, msgspec does not miss an absent tag."""
        alone = {name: self._components.inside(name) for name in self._names}
        alone = {name: one for name, one in alone.items() if not self._document.variants(name)}
        for name, inside in {**alone, "an answer or an event": roots}.items():
            if found := sorted(inside & self._tags.keys()):
                raise DescriptionError(f"{name}: refer to the union of {found}, not to a variant")

    def _define(self, module: Module, name: str) -> None:
        component = self._components.by_name[name]
        doc = clean(text(component.description))
        if name not in self._objects:
            refers = self._components.inside(name)
            module.aliases.append(Alias(name, self._types.definition(name), doc, refers))
        elif isinstance(component, ModelProperty):
            base = f"{name}Mixin" if f"{name}Mixin" in model_mixins.__all__ else "Model"
            fields = [self._field(name, one) for one in self._components.properties(component)]
            module.models.append(Model(name, base, self._tags.get(name, ""), doc, fields))

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
        return Field(
            name,
            f"{annotation} | None" if optional else annotation,
            default,
            clean(self._document.description(model, name) or text(prop.description)),
            optional,
            self._document.is_time(model, name),
        )

    def _imports(self, module: Module) -> dict[str, list[str]]:
        """The names that a module needs, by the group that defines them."""
        found: dict[str, list[str]] = defaultdict(list)
        inside = (self._components.inside(name) for name in module.names)
        for name in sorted(frozenset[str]().union(*inside)):
            if (group := self._document.group(name)) != module.group:
                found[group].append(name)
        return dict(sorted(found.items()))


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
