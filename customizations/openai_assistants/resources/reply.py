"""What an assistant answers in a conversation."""

from typing import TYPE_CHECKING, TypeVar

from openai_assistants_core.record import Record

if TYPE_CHECKING:
    from openai_assistants_core import Citation, MessageFile
    from openai_assistants_rest.models import Message, Run

T = TypeVar("T")


class Reply(Record, frozen=True):
    """What a run wrote.

    Attributes:
        run: the run, as it ended.
        messages: what it wrote, oldest first; usually one message.
    """

    run: "Run"
    messages: "tuple[Message, ...]"

    @property
    def text(self) -> str:
        """The text of all messages, joined by line breaks, as the service has it."""
        return "\n".join(message.text for message in self.messages)

    @property
    def files(self) -> "tuple[MessageFile, ...]":
        """The files of all messages."""
        return tuple(file for message in self.messages for file in message.files)

    @property
    def citations(self) -> "tuple[Citation, ...]":
        """The citations of all messages; each message numbers and places its own."""
        return tuple(each for message in self.messages for each in message.citations)

    def parse(self, type_: type[T]) -> T:
        """The object that the last message holds; see `Message.parse`."""
        return self.messages[-1].parse(type_)
