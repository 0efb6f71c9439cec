"""What the adapters of clients with shapes of their own have in common.

An adapter gives such a client the shape of the openai package, as far as it has the operations, so
that one list of scenarios tries all. It adds no behaviour: what a client lacks is `Missing`.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

WAITS = {"queued", "in_progress", "cancelling"}


class Missing(Exception):
    """The client has no such operation, parameter or way to use it."""


class Dropped:
    """A member that a client leaves out of its objects; equal to whatever is expected of it."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


class PeerError(Exception):
    """An error of a client, with what it tells of the service's answer."""

    def __init__(
        self, status_code: int, body: Mapping[str, Any], shown: str, request_id: str | None
    ) -> None:
        super().__init__(shown)
        self.status_code = status_code
        self.body = {"param": Dropped(), "type": Dropped(), **body}
        self.code, self.param, self.type = (self.body[name] for name in ("code", "param", "type"))
        self.request_id = request_id


class NotFoundError(PeerError):
    """404."""


class BadRequestError(PeerError):
    """400."""


class AuthenticationError(PeerError):
    """401."""


KINDS = {400: BadRequestError, 401: AuthenticationError, 404: NotFoundError}
ERRORS = SimpleNamespace(**{kind.__name__: kind for kind in KINDS.values()})


def peer_error(
    status: int, body: Mapping[str, Any], shown: str, request_id: str | None
) -> PeerError:
    """Make the exception of a status."""
    return KINDS.get(status, PeerError)(status, body, shown, request_id)


NOTHING_BACK = {"id": Dropped(), "object": Dropped(), "deleted": Dropped()}
"""What became of a deletion, of a client whose method returns nothing."""


class Answer:
    """An object of a client, with its members as attributes; what is absent is None."""

    def __init__(self, members: Mapping[str, Any]) -> None:
        self._members = members

    def __getattr__(self, name: str) -> Any:
        return answer(self._members.get(name))

    def __eq__(self, other: object) -> bool:
        members = other._members if isinstance(other, Answer) else other
        return self._members == members

    def __hash__(self) -> int:
        return id(self)

    def __repr__(self) -> str:
        return repr(self._members)

    def to_dict(self) -> Mapping[str, Any]:
        """Return its members."""
        return self._members


def answer(value: Any) -> Any:
    """Give JSON the shape of objects."""
    if isinstance(value, Mapping):
        return Answer(value)
    return [answer(one) for one in value] if isinstance(value, list) else value


class Page:
    """A page of a list, and those behind it.

    Args:
        pages: gives the objects of each page, this one first.
        more: whether there are others; without it, that shows in `pages`.
    """

    def __init__(
        self, pages: Callable[[], Sequence[Sequence[Any]]], first: Sequence[Any], more: bool
    ) -> None:
        self._pages = pages
        self.data = list(answer(list(first)))
        self._more = more

    def __iter__(self) -> Iterator[Any]:
        return (answer(one) for page in self._pages() for one in page)

    def has_next_page(self) -> bool:
        """Whether there is another page."""
        return self._more

    def get_next_page(self) -> "Page":
        """Return it."""
        first, *others = self._pages()[1:]
        return Page(lambda: [first, *others], first, bool(others))


class Told:
    """A stream that was read to its end: pieces of text, and what came of it."""

    def __init__(self, texts: Sequence[str], run: Any, messages: Sequence[Any]) -> None:
        self.text_deltas = texts
        self._run, self._messages = answer(run), answer(list(messages))

    def __enter__(self) -> "Told":
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def get_final_run(self) -> Any:
        """Return the run at its end."""
        return self._run

    def get_final_messages(self) -> Any:
        """Return the messages that it wrote."""
        return self._messages


def polled(retrieve: Callable[[], Any]) -> Any:
    """Read a run until it has ended or waits for its caller, for clients without such a method."""
    while (run := retrieve()).status in WAITS:
        time.sleep(0.02)
    return run
