"""What the placeholders in the requests of the openai package's own tests stand for.

Those tests talk to a server that takes everything: an id is "thread_id" or "vs_abc123", and all
parameters are given at once. Here they get ids of objects that are made for each request, so that
none sees what another has changed.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, Self

from attrs import frozen

from . import made_objects as made
from .made_objects import Client, Objects

PLACEHOLDER = re.compile(r"\w+_id|(vs_|vsfb_|file-)abc123")

Make = Callable[..., Objects]

KINDS: dict[str, Make] = {
    "assistants": made.assistants,
    "threads": made.threads,
    "threads/messages": made.messages,
    "threads/runs": made.runs,
    "threads/runs/steps": made.steps,
    "threads/messages?run_id": made.run_messages,
    "files": made.files,
    "vector_stores": made.vector_stores,
    "vector_stores/files": made.stored_files,
    "vector_stores/file_batches": made.file_batches,
    "vector_stores/file_batches/files": made.batch_files,
}
"""What makes objects, given the ids of those that they are in, by a path without ids."""

NEEDED_FOR: dict[tuple[str, str], Make] = {
    ("threads/runs", "cancel"): made.waiting_runs,
    ("threads/runs", "submit_tool_outputs"): made.waiting_runs,
    ("threads/runs", "steps"): made.working_runs,
}
"""What makes objects of a kind that have to be in one state for what is next in the path."""

IDS = {
    "assistant_id": "assistants",
    "file_id": "files",
    "file_ids": "files",
    "vector_store_ids": "vector_stores",
}
"""The kinds of the ids in a body, by the member that they stand in."""

VALUES: dict[str, Any] = {
    "limit": "20",
    "purpose": "assistants",
    "tool_outputs": [{"tool_call_id": "tool_call_id", "output": "output"}],
}
"""What is sent in place of values that no service could take, in a query or a body."""

ONE_OF = {"vector_stores/file_batches": ("files", "file_ids")}
"""Members of a body of which one has to be there, where the tests have both or none."""

NAMED, EXCLUDED = {"vector_store_ids"}, {"vector_stores"}
"""Members that the description allows one of, where the tests have both: stores that are named, and
stores that are to be made."""


@frozen
class Target:
    """What a request of a test is about, once its path has real ids.

    Attributes:
        path: with these ids.
        kind: the path without ids.
        ids: of the objects in the path, each in the one before.
    """

    client: Client
    path: str
    kind: str
    ids: Sequence[str]

    @classmethod
    async def of(cls, client: Client, path: str) -> Self:
        """Make what a path names."""
        names = path.strip("/").split("/")
        real, ids = list(names), list[str]()
        for place in range(1, len(names), 2):
            if PLACEHOLDER.fullmatch(names[place]):
                kind = "/".join(names[:place:2])
                following = next(iter(names[place + 1 :]), "")
                make = NEEDED_FOR.get((kind, following), KINDS[kind])
                real[place] = await anext(make(client, *ids))
                ids.append(real[place])
        return cls(client, "/".join(real), "/".join(names[::2]), ids)

    async def query(self, sent: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
        """The query; between the cursors of a list there is one object."""
        names = {name for name, _ in sent}
        given = {name: value for name, value in VALUES.items() if name in names}
        kind, ids = self.kind, self.ids
        if "run_id" in names:
            given["run_id"] = await anext(made.working_runs(self.client, *ids))
            kind, ids = f"{kind}?run_id", [*ids, given["run_id"]]
        if "after" in names:
            listed = KINDS[kind](self.client, *ids)
            given["after"], _, given["before"] = [await anext(listed) for _ in range(3)]
        return [(name, given.get(name, value)) for name, value in sent]

    async def body(self, sent: Any) -> Any:
        """The body, where it is JSON."""
        if self.kind in ONE_OF:
            kept, other = ONE_OF[self.kind]
            ids = {} if kept in sent else {other: sent.get(other) or ["string"]}
            sent = {**{name: value for name, value in sent.items() if name != other}, **ids}
        return await self._filled(sent)

    async def _filled(self, value: Any) -> Any:
        if isinstance(value, list):
            return [await self._filled(one) for one in value]
        if not isinstance(value, dict):
            return value
        left_out = EXCLUDED & value.keys() if NAMED & value.keys() else set[str]()
        return {
            name: await self._member(name, one)
            for name, one in value.items()
            if name not in left_out
        }

    async def _member(self, name: str, value: Any) -> Any:
        if name in VALUES:
            return VALUES[name]
        if name not in IDS:
            return await self._filled(value)
        ids = KINDS[IDS[name]](self.client)
        if isinstance(value, list):
            return [await anext(ids) for _ in value]
        return await anext(ids)
