"""What has to hold once a service was killed, often, and started again."""

import os
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from attrs import frozen
from tests.support.service.api import stored
from tests.support.service.commits import until
from tests.support.service.crashes.client import PATIENCE, Client, Ledger, Said
from tests.support.service.crashes.users import Asked, Notes, follow

from openai_assistants_service.runs.lifecycle import ACTIVE, RunStatus, run_event

Fetch = Callable[[str], list[tuple[Any, ...]]]

_ENDS = {run_event(status) for status in RunStatus if status not in ACTIVE}
_CHANGES = {"thread.run", "vector_store", "vector_store.file"}
"""The kinds of objects that are not for ever as they were when they were made."""
_READ_FROM = {
    "assistant": "/assistants/{id}",
    "thread": "/threads/{id}",
    "thread.message": "/threads/{thread_id}/messages/{id}",
    "thread.run": "/threads/{thread_id}/runs/{id}",
    "file": "/files/{id}",
    "vector_store": "/vector_stores/{id}",
    "vector_store.file": "/vector_stores/{vector_store_id}/files/{id}",
}
_LASTING = ("id", "object", "created_at", "thread_id", "assistant_id", "instructions", "tools")
_TABLES = ("assistants", "threads", "messages", "runs", "steps", "files", "vector_stores")
_HOUR = 3600


@frozen
class Checks:
    """Checks of a service that nobody uses any more.

    Args:
        fetch: returns the rows of a statement on its database.
        blobs: the folder of the contents of its files.
        log: what its processes wrote.
    """

    client: Client
    ledger: Ledger
    notes: Notes
    fetch: Fetch
    blobs: Path
    log: Path

    def all(self) -> None:
        """Check all that can be seen while it runs."""
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(self.check_object, list(self.ledger.said)))
        self.check_nothing_was_done_twice()
        self.check_messages_without_keys()
        self.check_files()
        for asked in self.notes.runs:
            self.check_run(asked)
        self.check_streams()
        self.check_ends()
        self.check_threads_are_free()

    def check_object(self, said: Said) -> None:
        """What was acknowledged is there, and as it was said, unless it was deleted later."""
        made = said.answer
        if said.method == "DELETE" or made["id"] in self.notes.deleted:
            return
        found = self.client.get(_READ_FROM[made["object"]].format_map(made))
        names = _LASTING if made["object"] in _CHANGES else tuple(made)
        assert {name: found.get(name) for name in names} == {name: made.get(name) for name in names}

    def counts(self) -> dict[str, int]:
        names = (*_TABLES, "events", "idempotency_keys")
        return {name: self.fetch(f"SELECT count(*) FROM {name}")[0][0] for name in names}

    def check_nothing_was_done_twice(self) -> None:
        """No answer left an object out; the same request is answered the same again."""
        before = self.counts()
        made = Counter(one.answer["object"] for one in self.ledger.said if _creates(one))
        streamed = sum(asked.told is not None for asked in self.notes.runs)
        assert before["threads"] == made["thread"] + streamed
        assert before["runs"] == len(self.notes.runs)
        assert before["files"] == len(self.notes.kept)
        assert before["vector_stores"] == made["vector_store"]
        for said in list(self.ledger.said):
            again = self.client.again(said)
            assert again.headers["idempotency-replayed"] == "true", said
            assert again.json() == said.answer
        assert self.counts() == before

    def check_messages_without_keys(self) -> None:
        """Each is there once if it was answered, and at most once if it was not."""
        rows = self.fetch("SELECT id, CAST(content AS TEXT) FROM messages WHERE role = 'user'")
        for text, answer in self.notes.tried.items():
            found = [id_ for id_, content in rows if text in content]
            assert found == [answer["id"]] if answer else len(found) <= 1, text
        keyed = [one for one in self.ledger.said if one.answer["object"] == "thread.message"]
        tried = sum(any(text in content for text in self.notes.tried) for _, content in rows)
        assert len(rows) == len(keyed) + tried

    def check_files(self) -> None:
        """Contents are what was uploaded; those in vector stores were read."""
        for id_, content in self.notes.kept.items():
            assert self.client.content(f"/files/{id_}/content") == content
        for store, file in self.notes.held:
            path = f"/vector_stores/{store}/files/{file}"
            until(
                partial(self.client.get, path),
                lambda found: found["status"] == "completed",
                PATIENCE,
            )

    def check_run(self, asked: Asked) -> None:
        """It has ended once, with one answer, and each of its calls has one output."""
        path = f"/threads/{asked.thread_id}/runs/{asked.id}"
        run = self.client.get(path)
        assert run["status"] == ("cancelled" if asked.text is None else "completed"), run
        steps = self.client.get(f"{path}/steps", params={"limit": 100})["data"]
        assert not [one for one in steps if one["status"] == "in_progress"], steps
        done = [one["step_details"] for one in steps if one["status"] == "completed"]
        calls = [call for one in done for call in one.get("tool_calls", ())]
        outputs = [
            (one["id"], one["function"]["output"]) for one in calls if one["type"] == "function"
        ]
        assert sorted(outputs) == sorted(asked.outputs.items())
        messages = self.client.get(
            f"/threads/{asked.thread_id}/messages", params={"run_id": asked.id, "limit": 100}
        )["data"]
        texts = [text_of(one) for one in messages if one["status"] == "completed"]
        assert texts == ([] if asked.text is None else [asked.text])
        assert len([one for one in done if one["type"] == "message_creation"]) == len(texts)
        self.check_events(asked, messages)

    def check_events(self, asked: Asked, messages: list[dict[str, Any]]) -> None:
        """A reader was told everything, and nothing twice."""
        told = asked.told
        if told is None:
            return
        assert Counter(one.name for one in told)["thread.run.created"] == 1
        assert [one.name for one in told if one.name in _ENDS] == [told[-1].name]
        places = [int(str(one.id).rpartition(":")[2]) for one in told]
        assert places == sorted(set(places))
        for message in messages:
            deltas = [
                one.data["delta"]["content"][0]["text"]["value"]
                for one in told
                if one.name == "thread.message.delta" and one.data["id"] == message["id"]
            ]
            assert "".join(deltas) == text_of(message)

    def check_streams(self) -> None:
        """What is read of a stream once more, or from the middle on, is what was read before."""
        for one in self.ledger.streams:
            assert self.client.read(one.path, one.asked, one.key) == one.told
            middle = self.client.random.randrange(len(one.told))
            after = {"Last-Event-ID": str(one.told[middle].id)}
            assert self.client.read(one.path, one.asked, after) == one.told[middle + 1 :]

    def check_ends(self) -> None:
        """Every run that there is has ended, none twice, none was answered twice."""
        active = ", ".join(f"'{status}'" for status in ACTIVE)
        assert not self.fetch(f"SELECT id, status FROM runs WHERE status IN ({active})")
        names = ", ".join(f"'{name}'" for name in _ENDS)
        ends = self.fetch(f"SELECT run_id FROM events WHERE name IN ({names})")
        assert Counter(ends) == Counter(self.fetch("SELECT id FROM runs"))
        answered = self.fetch(
            "SELECT run_id FROM messages WHERE run_id IS NOT NULL AND status = 'completed'"
        )
        assert max(Counter(answered).values(), default=1) == 1
        assert not self.fetch("SELECT id FROM messages WHERE status = 'in_progress'")
        assert not self.fetch("SELECT id FROM steps WHERE status = 'in_progress'")

    def check_threads_are_free(self) -> None:
        """Each thread takes a new run, which ends."""
        assistant = next(
            one.answer["id"] for one in self.ledger.said if one.answer["object"] == "assistant"
        )
        body = {"assistant_id": assistant, "instructions": '[{"text": "last"}]'}
        threads = [row[0] for row in self.fetch("SELECT id FROM threads")]
        runs = [self.client.insist("POST", f"/threads/{one}/runs", json=body) for one in threads]
        for run in runs:
            assert follow(self.client, run, {})["status"] == "completed"

    def check_log(self) -> None:
        """Nothing went wrong but that the database was away."""
        lines = self.log.read_text().splitlines()
        errors = [line for line in lines if line.startswith("ERROR")]
        assert not [line for line in errors if "failed: cannot use the database" not in line]

    def age_blobs(self) -> None:
        """Make all that is in the folder old enough to be swept when the service starts."""
        long_ago = time.time() - 2 * _HOUR
        for path in self.blobs.iterdir():
            os.utime(path, (long_ago, long_ago))

    def check_blobs(self) -> None:
        """Every file has its contents, and there is nothing else."""
        assert stored(self.blobs) == sorted(self.notes.kept)


def _creates(said: Said) -> bool:
    return said.method == "POST"


def text_of(message: dict[str, Any]) -> str:
    return "".join(part["text"]["value"] for part in message["content"])
