"""The kinds of objects that commands list, show and delete, and the columns of their tables."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from openai_assistants_core import AssistantsError, NotFoundError, UnsupportedOperation

from .text import cell

if TYPE_CHECKING:
    from ..client import AssistantsClient

MOST_ON_PAGE = 100
"""What services give on one page at most."""

Column = tuple[str, Callable[[Any], object]]


class CannotListThreads(AssistantsError):
    """The endpoint has no operation that lists threads."""

    def __init__(self) -> None:
        super().__init__(
            "This endpoint does not list threads: of the services only Azure AI Foundry does, and "
            "`openai-assistants serve` at /api/projects/ANY with --provider foundry. A thread "
            "whose id you know is shown by `openai-assistants threads show THREAD`."
        )


class Wanted(Struct, frozen=True):
    """What is wanted of a list.

    Attributes:
        most: how many objects; None, all.
        oldest_first: whether the oldest come first.
    """

    most: int | None
    oldest_first: bool

    def order(self) -> dict[str, Any]:
        """The order, if it is not the one that services take by themselves."""
        return {"order": "asc"} if self.oldest_first else {}

    def query(self) -> dict[str, Any]:
        """The query of a list, whose pages are as large as they can be of use."""
        # One more than wanted, which tells whether there are more.
        size = MOST_ON_PAGE if self.most is None else min(self.most + 1, MOST_ON_PAGE)
        return {"limit": size, **self.order()}


class Kind(Struct, frozen=True):
    """A kind of objects.

    Attributes:
        noun: one of them, in words.
        command: what the commands are called.
        columns: of the table: their titles and values; the id comes first.
        resource: of a client: it has `list`, `retrieve` and `delete`.
        pages: whether its list takes a limit and an order everywhere; that of files does not.
    """

    noun: str
    command: str
    columns: tuple[Column, ...]
    resource: Callable[["AssistantsClient"], Any]
    pages: bool = True

    def listing(self, client: "AssistantsClient", wanted: "Wanted") -> Iterable[Any]:
        """The objects of an endpoint, page by page as they are taken.

        Raises:
            CannotListThreads: these are threads, and the endpoint does not list them.
        """
        try:
            query = wanted.query() if self.pages else wanted.order()
            return self.resource(client).list(**query)  # type: ignore[no-any-return]
        except UnsupportedOperation:
            if self is THREADS:
                raise CannotListThreads from None
            raise
        except NotFoundError as error:
            if self is THREADS:
                raise CannotListThreads from error
            raise


def titles(columns: Sequence[Column]) -> list[str]:
    """The headings of a table."""
    return [title for title, _ in columns]


def rows(columns: Sequence[Column], objects: Iterable[Any]) -> list[list[str]]:
    """A row of cells for each object."""
    return [[cell(value(each)) for _, value in columns] for each in objects]


def message_text(message: Any) -> str:
    """What a message says, its citations as numbers with what they cite below."""
    written: str = message.cited_text()
    images = [f"[file {file.file_id}]" for file in message.files]
    return "\n".join([written, *images] if written else images)


def calls_of(step: Any) -> list[Any]:
    """The tool calls of a step of a run; none of one that wrote a message."""
    return getattr(step.step_details, "tool_calls", None) or []


def tool_name(call: Any) -> str:
    """The name of a function, or the type of any other tool."""
    function = getattr(call, "function", None) if call.type == "function" else None
    return str(getattr(function, "name", None) or call.type)


def _types(tools: Iterable[Any] | None) -> list[str]:
    return [tool_name(each) for each in tools or ()]


def _searched(store: Any) -> str | None:
    counts = store.file_counts
    return None if counts is None else f"{counts.completed}/{counts.total}"


_ID: Column = ("ID", lambda each: each.id)
_CREATED: Column = ("CREATED", lambda each: each.created_at_datetime)
_NAME: Column = ("NAME", lambda each: each.name)
_STATUS: Column = ("STATUS", lambda each: each.status)

ASSISTANTS = Kind(
    "assistant",
    "assistants",
    (
        _ID,
        _NAME,
        ("MODEL", lambda each: each.model),
        ("TOOLS", lambda each: _types(each.tools)),
        _CREATED,
    ),
    lambda client: client.assistants,
)
THREADS = Kind(
    "thread",
    "threads",
    (_ID, ("METADATA", lambda each: each.metadata or None), _CREATED),
    lambda client: client.threads,
)
FILES = Kind(
    "file",
    "files",
    (
        _ID,
        ("NAME", lambda each: each.filename),
        ("PURPOSE", lambda each: each.purpose),
        ("BYTES", lambda each: each.bytes),
        _CREATED,
    ),
    lambda client: client.files,
    pages=False,
)
VECTOR_STORES = Kind(
    "vector store",
    "vector-stores",
    (
        _ID,
        _NAME,
        _STATUS,
        ("FILES", _searched),
        ("BYTES", lambda each: each.usage_bytes),
        _CREATED,
    ),
    lambda client: client.vector_stores,
)
KINDS = (ASSISTANTS, THREADS, FILES, VECTOR_STORES)
"""Those that have a list and an id of their own; runs belong to a thread."""

RUN_COLUMNS: tuple[Column, ...] = (
    _ID,
    _STATUS,
    ("ASSISTANT", lambda each: each.assistant_id),
    ("MODEL", lambda each: each.model),
    _CREATED,
)
STEP_COLUMNS: tuple[Column, ...] = (
    _ID,
    ("TYPE", lambda each: each.type),
    _STATUS,
    ("TOOLS", lambda each: _types(calls_of(each))),
    _CREATED,
)
MESSAGE_COLUMNS: tuple[Column, ...] = (
    _ID,
    ("ROLE", lambda each: each.role),
    ("TEXT", message_text),
    _CREATED,
)
