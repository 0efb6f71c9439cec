"""What callers give and get that is neither a model nor an error."""

from openai_assistants_core import (
    NOT_GIVEN,
    AsyncPage,
    AsyncPaginator,
    BinaryContent,
    FileWithProgress,
    NotGiven,
    SyncPage,
)

__all__ = [
    "NOT_GIVEN",
    "AsyncPage",
    "AsyncPaginator",
    "BinaryContent",
    "FileWithProgress",
    "NotGiven",
    "SyncPage",
]
