"""What resources/ and raw.py are rendered from: the operations, grouped as on a client."""

from collections.abc import Iterable

from attrs import define, field, frozen
from openapi_python_client import schema as oai
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.responses import Response
from openapi_python_client.strings import pascal_case, snake_case

from openai_assistants_core.error_parsing import error_class

from .arguments import Argument, Arguments
from .components import text
from .names import clean, param_name, unique
from .operations import Operation
from .parsed import Parsed
from .usage import success


@frozen
class Method:
    """A method of a resource.

    Attributes:
        body: the arguments that are sent in the body.
        returns: what the answer is, in words.
        errors: the exceptions that the description knows, and when they are raised.
    """

    operation: Operation
    summary: str
    description: str
    body: list[Argument]
    returns: str
    errors: list[tuple[str, str]]

    @property
    def name(self) -> str:
        """Its name in Python."""
        return self.operation.extensions.method_name

    @property
    def positional(self) -> Argument | None:
        """The id of what it is about; those of its parents are keywords, as in openai."""
        return self.operation.path_fields[-1] if self.operation.path_fields else None

    @property
    def keywords(self) -> list[Argument]:
        """Keyword-only arguments in the order of the openai package.

        What else is in the path, what is required, the rest of the query, the rest of the body.
        """
        query = self.operation.query
        groups = (
            [one for one in (*query, *self.body) if one.required],
            [one for one in query if not one.required],
            [one for one in self.body if not one.required],
        )
        rest = (one for group in groups for one in sorted(group, key=lambda one: one.name))
        return [*self.operation.path_fields[:-1], *rest]


@define
class Resource:
    """A class of operations, sync and async."""

    path: str
    name: str
    methods: list[Method] = field(factory=list[Method])
    children: list["Resource"] = field(factory=list["Resource"])

    @property
    def module(self) -> str:
        """The module it is written to."""
        return snake_case(self.name)

    @property
    def parent(self) -> str:
        """The path of the resource it is within; empty where that is the client."""
        return self.path.rpartition(".")[0]

    @property
    def attribute(self) -> str:
        """Its name on its parent."""
        return self.path.rpartition(".")[2]

    @property
    def params(self) -> list[str]:
        """The names of params.py that its methods need."""
        return sorted({param_name(name) for one in self._arguments for name in one.refers})

    @property
    def models(self) -> list[str]:
        """The models that its methods take or return."""
        answers = {one.operation.answer.model for one in self.methods} - {""}
        return sorted(answers.union(*(one.models for one in self._arguments)))

    @property
    def streams(self) -> bool:
        """Whether any of its methods can answer with a stream."""
        return any(one.operation.extensions.stream for one in self.methods)

    @property
    def _arguments(self) -> list[Argument]:
        return [one for method in self.methods for one in method.keywords]


def resources_of(
    parsed: Parsed, operations: list[Operation], arguments: Arguments
) -> list[Resource]:
    """The resources, in the order of the description."""
    paths = unique(one.extensions.resource for one in operations)
    resources = {path: Resource(path, _class_name(path, paths)) for path in paths}
    for operation in operations:
        endpoint = parsed.endpoints[operation.extensions.id]
        method = _method(operation, endpoint, arguments.body(endpoint))
        resources[operation.extensions.resource].methods.append(method)
    for resource in resources.values():
        if resource.parent:
            resources[resource.parent].children.append(resource)
    return list(resources.values())


def _method(operation: Operation, endpoint: Endpoint, body: list[Argument]) -> Method:
    return Method(
        operation=operation,
        summary=clean(text(endpoint.summary)),
        description=clean(text(endpoint.description)),
        body=body,
        returns=_described(success(endpoint)),
        errors=[
            (error_class(status).__name__, _described(one))
            for one in endpoint.responses
            if (status := int(one.status_code.pattern)) >= 400
        ],
    )


def _described(response: Response) -> str:
    """What a response is, in words; where it was a reference, the parse has what it refers to."""
    data = response.data
    return clean(text(data.description)) if isinstance(data, oai.Response) else ""


def _class_name(path: str, paths: Iterable[str]) -> str:
    """The last word of the path; if several resources share it, after their parent's."""
    parent, _, last = path.rpartition(".")
    shared = [other for other in paths if other.rpartition(".")[2] == last]
    if parent and len(shared) > 1:
        return pascal_case(parent.rpartition(".")[2])[:-1] + pascal_case(last)
    return pascal_case(last)
