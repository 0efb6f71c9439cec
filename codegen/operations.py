"""What operations.py is rendered from: every operation as data."""

from attrs import frozen

from .arguments import Argument, Arguments, body_model
from .components import text
from .description import Json
from .document import Document, Extensions
from .limits import Limits
from .parsed import Parsed
from .usage import Answer, answer_of


@frozen
class Operation:
    """An operation in the registry.

    Attributes:
        extensions: its id and place on a client, who has it, and what a retry may do.
        path_fields, query: its parameters.
        content_type, body: of its request; None where it has no body.
        model_group: the module of the model it answers.
        statuses: of success.
        limits: availabilities of fields and query parameters, by path.
    """

    extensions: Extensions
    method: str
    path: str
    path_fields: list[Argument]
    query: list[Argument]
    content_type: str | None
    body: str | None
    answer: Answer
    model_group: str
    statuses: list[int]
    limits: dict[str, Json]

    @property
    def constant(self) -> str:
        """Its name in the registry's module."""
        return self.extensions.id.upper()

    @property
    def repeatable(self) -> bool:
        """Whether doing it twice is the same as once (spec/README.md)."""
        return self.method != "POST" or self.extensions.repeatable


class Operations:
    """Builds the operations, in the order of the description."""

    def __init__(self, parsed: Parsed, document: Document, arguments: Arguments) -> None:
        self._parsed = parsed
        self._document = document
        self._arguments = arguments
        self._limits = Limits(parsed.components, document)
        self.all = [self._operation(name) for name in document.operations]

    def models(self) -> list[str]:
        """The models that operations answer."""
        return sorted({one.answer.model for one in self.all if one.answer.model})

    def availability(self, mapping: Json) -> str:
        """The expression for an availability: a constant, if the description has a name for it."""
        for name, named in self._document.availabilities.items():
            if named == mapping:
                return "_" + name.upper().replace("-", "_")
        return f"Availability.from_mapping({mapping})"

    def named_availabilities(self) -> dict[str, Json]:
        """Those that operations refer to by a constant, in order of their names."""
        used = [
            mapping
            for operation in self.all
            for mapping in (operation.extensions.availability, *operation.limits.values())
        ]
        named = sorted(self._document.availabilities.items())
        return {self.availability(mapping): mapping for _, mapping in named if mapping in used}

    def _operation(self, name: str) -> Operation:
        endpoint = self._parsed.endpoints[name]
        body = body_model(endpoint)
        answer = answer_of(endpoint, self._parsed.components, self._document)
        statuses = [one.status_code.pattern for one in endpoint.responses]
        return Operation(
            extensions=self._document.operations[name],
            method=endpoint.method.upper(),
            path=text(endpoint.path),
            path_fields=self._arguments.path(endpoint),
            query=self._arguments.query(endpoint),
            content_type=text(endpoint.bodies[0].content_type) if body else None,
            body=body.class_info.name if body else None,
            answer=answer,
            model_group=self._document.group(answer.model) if answer.model else "",
            statuses=[int(status) for status in statuses if status.startswith("2")],
            limits=self._limits.of(endpoint),
        )
