"""What some models can do besides holding their fields.

The generator gives a model named X the base class XMixin, if there is one here.
"""

from typing import TYPE_CHECKING, Any

from . import run_status
from .errors import RunFailed
from .model import Model

__all__ = ["MessageMixin", "RunMixin"]


class MessageMixin(Model):
    """A message can give its text."""

    if TYPE_CHECKING:
        content: Any

    @property
    def text(self) -> str:
        """The text parts of the message, joined by line breaks; empty if it has none."""
        parts = (part for part in self.content or () if part is not None and part.type == "text")
        return "\n".join(part.text.value for part in parts if part.text is not None)


class RunMixin(Model):
    """A run can say whether it ended, and raise if it ended badly."""

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
            RunFailed: it is failed, incomplete, cancelled or expired; the message says why.
        """
        if self.status not in run_status.UNSUCCESSFUL:
            return
        reason = f"run {self.id} ended as {self.status}"
        if self.last_error is not None:
            reason += f": {self.last_error.code}: {self.last_error.message}"
        elif self.incomplete_details is not None:
            reason += f": {self.incomplete_details.reason}"
        raise RunFailed(reason, self)
