# Written from resources/_async/messages.py by `make generate`.
# Do not edit: change that file.
"""Messages, with the names of the files that they cite."""

from typing import TYPE_CHECKING

from openai_assistants_core import NotFoundError
from openai_assistants_rest import operations
from openai_assistants_rest.resources import messages as generated

if TYPE_CHECKING:
    from openai_assistants_rest.models import Message

__all__ = ["Messages"]


class Messages(generated.Messages):
    """Operations on `threads.messages`, and citations."""

    def cited_text(self, message: "Message", *, references: bool = True) -> str:
        """The text of a message, with `[1]` in the place of each mark of a citation.

        Args:
            message: The message.
            references: Whether a list of what is cited follows; the service is asked for the names
                of the files. Without it, nothing is sent.
        """
        names = self.cited_file_names(message) if references else None
        return message.cited_text(names, references=references)

    def cited_file_names(self, message: "Message") -> dict[str, str]:
        """The names of the files that a message cites, by their ids; deleted ones are left out."""
        names: dict[str, str] = {}
        for file_id in dict.fromkeys(each.file_id for each in message.citations if each.file_id):
            reading = operations.GET_FILE.request((file_id,))
            try:
                names[file_id] = (self._transport.call(operations.GET_FILE, reading)).filename
            except NotFoundError:
                continue
        return names
