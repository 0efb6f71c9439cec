"""What goes wrong on the way out or in."""

from openai_assistants_core import AssistantsError


class TransferError(AssistantsError):
    """An export cannot be written or read, or does not fit the endpoint; nothing was changed."""

    __module__ = "openai_assistants.transfer"
