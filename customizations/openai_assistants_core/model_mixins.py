"""What some models can do besides holding their fields.

The generator gives a model named X the base class XMixin, if there is one here.
"""

from typing import TYPE_CHECKING, Any, TypeVar

from . import run_status
from .citations import (
    Citation,
    FileNames,
    MessageFile,
    citations_of,
    cited_text,
    files_of,
    text_parts,
)
from .errors import RunCancelled, RunExpired, RunFailed, RunIncomplete
from .model import Model
from .structured_output import parse_text

__all__ = ["MessageMixin", "RunMixin"]

T = TypeVar("T")

_UNSUCCESSFUL: dict[str, tuple[type[RunFailed], str]] = {
    "failed": (RunFailed, "start another run on the thread"),
    "cancelled": (RunCancelled, "start another run on the thread to go on"),
    "expired": (RunExpired, "answer its tool calls sooner, or start another run"),
    "incomplete": (RunIncomplete, "raise its token limits or shorten the thread"),
}
"""For each status: the error, and what to do."""


class MessageMixin(Model):
    """A message can give its text, what it cites, its files, and an object that it holds."""

    if TYPE_CHECKING:
        content: Any

    @property
    def text(self) -> str:
        """The text parts of the message, joined by line breaks; empty if it has none."""
        return "\n".join(part.value for part in text_parts(self.content))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What the text cites, in order."""
        return citations_of(self.content)

    @property
    def files(self) -> tuple[MessageFile, ...]:
        """The files that the message brings: images, and what the code interpreter wrote."""
        return files_of(self.content)

    def cited_text(self, file_names: FileNames | None = None, *, references: bool = True) -> str:
        """The text, with `[1]` in the place of each mark that stands for a citation.

        Args:
            file_names: the names of files by their ids, or a function from an id to a name;
                `threads.messages.cited_text` asks the service for them.
            references: whether a list of what is cited follows.
        """
        return cited_text(self.text, self.citations, file_names, references=references)

    def parse(self, type_: type[T]) -> T:
        """The object that the text holds, where `response_format` was this type.

        Args:
            type_: a dataclass, TypedDict, attrs class, msgspec Struct or pydantic model.

        Raises:
            ResponseDecodeError: the text is not JSON, or not of the type; with the path.
        """
        return parse_text(type_, self.text)


class RunMixin(Model):
    """A run can say whether it ended, and raise if it ended without completing."""

    if TYPE_CHECKING:
        id: Any
        status: Any
        last_error: Any
        incomplete_details: Any

    @property
    def is_terminal(self) -> bool:
        """Whether the run has ended and will not change any more."""
        return self.status in run_status.TERMINAL

    def raise_for_status(self) -> None:
        """Does nothing unless the run ended without completing.

        Raises:
            RunFailed: it failed; or RunCancelled, RunExpired, RunIncomplete. The message says why,
                and what to do.
        """
        if self.status not in _UNSUCCESSFUL:
            return
        error, advice = _UNSUCCESSFUL[self.status]
        reason = f"run {self.id} ended as {self.status}"
        if self.last_error is not None:
            reason += f": {self.last_error.code}: {self.last_error.message}"
        elif self.incomplete_details is not None:
            reason += f": {self.incomplete_details.reason}"
        raise error(f"{reason} ({advice})", self)
