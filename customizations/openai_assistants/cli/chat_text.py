"""What a chat prints of the events of a run. No I/O."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from openai_assistants_core import run_status
from openai_assistants_core.citations import text_parts

from .kinds import calls_of
from .run_watch import call_lines, waiting_calls
from .text import one_line

if TYPE_CHECKING:
    from openai_assistants_core.citations import FileNames
    from openai_assistants_rest.events import AssistantStreamEvent


class Piece(Struct, frozen=True):
    """Something to print: of the answer, as it is, or a note, in a line of its own."""

    text: str
    is_note: bool = False


class ChatText:
    """Remembers what a run has brought, so that each call is told once.

    Args:
        file_names: the names of cited files.
    """

    def __init__(self, file_names: "FileNames") -> None:
        self._file_names = file_names
        self._told: set[tuple[str, str]] = set()
        self._numbers: dict[str, int] = {}

    def of(self, event: "AssistantStreamEvent") -> Iterator[Piece]:
        """What an event says: text as it comes, citations below it, calls and their outputs."""
        data: Any = event.data
        match event.event:
            case "thread.message.created":
                self._numbers.clear()
            case "thread.message.delta":
                for text in text_parts(data.delta.content):
                    yield Piece(self._with_numbers(text))
            case "thread.message.completed" | "thread.message.incomplete":
                yield Piece("".join(f"\n{line}" for line in self._below(data)) + "\n")
            case "thread.run.requires_action":
                for call in waiting_calls(data):
                    yield from self._call(call)
            case name if name.removeprefix("thread.run.step.") in run_status.STEP_TERMINAL:
                for call in calls_of(data):
                    yield from self._call(call)
            case _:
                pass

    def _with_numbers(self, text: Any) -> str:
        """A piece of text, with the numbers of what it cites in the place of the marks."""
        value: str = text.value or ""
        for annotation in text.annotations or ():
            source = _source(annotation)
            if source is not None and annotation.text:
                number = self._numbers.setdefault(source, len(self._numbers) + 1)
                value = value.replace(annotation.text, f"[{number}]")
        return value

    def _below(self, message: Any) -> Iterator[str]:
        """What a message cites, and the files that it brings, each in a line."""
        sources = {each.number: each.source(self._file_names) for each in message.citations}
        for number, source in sorted(sources.items()):
            yield f"[{number}] {one_line(source)}"
        for file in message.files:
            yield f"[file {file.file_id}]"

    def _call(self, call: Any) -> Iterator[Piece]:
        for line in call_lines(call):
            if (call.id, line) not in self._told:
                self._told.add((call.id, line))
                yield Piece(line, is_note=True)


def _source(annotation: Any) -> str | None:
    """What an annotation cites, by its id or address."""
    for kind, name in (("file_citation", "file_id"), ("url_citation", "url")):
        cited = getattr(annotation, kind, None) if annotation.type == kind else None
        if cited is not None:
            return str(getattr(cited, name, None))
    return None
