"""The tool calls of a turn, as a language model writes them in pieces."""

import json
from collections.abc import Hashable, Iterator

from ..json_types import as_object
from .base import ModelError, ToolCallDelta
from .offered_tools import OfferedTools

_ARGUMENT = {"file_search": "query", "code_interpreter": "input"}
_MOST_QUOTED = 200


class CallReader:
    """Makes deltas of the pieces of calls, and sees to it that their arguments are JSON objects."""

    def __init__(self, offered: OfferedTools) -> None:
        self._offered = offered
        self._ids: set[str] = set()
        self._names: dict[Hashable, str] = {}
        self._arguments: dict[Hashable, str] = {}

    def __contains__(self, key: Hashable) -> bool:
        """Whether this call was begun."""
        return key in self._names

    def __len__(self) -> int:
        """Return how many calls were begun."""
        return len(self._names)

    def begin(self, key: Hashable, name: str, call_id: str | None) -> ToolCallDelta:
        """Begin a call; the key tells it from the others of the turn, as not every id does."""
        index = len(self._names)
        self._names[key] = name
        self._arguments[key] = ""
        own = call_id if call_id and call_id not in self._ids else None
        self._ids.add(call_id or "")
        return ToolCallDelta(index, id=own, kind=self._offered.kind(name), name=name)

    def add(self, key: Hashable, arguments: str) -> Iterator[ToolCallDelta]:
        """Add a piece of the arguments of a call."""
        if arguments:
            self._arguments[key] += arguments
            yield ToolCallDelta(list(self._names).index(key), arguments)

    def complete(self, key: Hashable, arguments: str) -> Iterator[ToolCallDelta]:
        """Take the whole arguments of a call; what of them has not come in pieces is added."""
        if arguments.startswith(self._arguments[key]):
            yield from self.add(key, arguments[len(self._arguments[key]) :])

    def finish(self) -> Iterator[ToolCallDelta]:
        """End the calls; one without arguments has an empty object of them.

        Raises:
            ModelError: the arguments of a call are no JSON object.
        """
        for key, name in self._names.items():
            if not self._arguments[key].strip():
                yield from self.add(key, "{}")
            elif not self._is_valid(name, self._arguments[key]):
                raise _malformed(name, self._arguments[key])

    def _is_valid(self, name: str, arguments: str) -> bool:
        kind = self._offered.kind(name)
        try:
            read = as_object(json.loads(arguments))
        except (ValueError, RecursionError):
            # A program or a query that stands alone is clear enough.
            return kind != "function" and not arguments.lstrip().startswith("{")
        if read is None:
            return False
        return kind == "function" or isinstance(read.get(_ARGUMENT[kind]), str)


def _malformed(name: str, arguments: str) -> ModelError:
    shown = arguments if len(arguments) <= _MOST_QUOTED else arguments[:_MOST_QUOTED] + "..."
    return ModelError(
        "invalid_prompt",
        f"The model called {name} with arguments that are not what the tool takes, a JSON object: "
        f"{shown!r}. Start the run again, make the tool's parameters simpler, or use a model that "
        "is better at calling tools.",
    )
