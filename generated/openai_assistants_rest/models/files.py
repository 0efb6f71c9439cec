# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: files."""

from datetime import datetime
from typing import Literal, TypeAlias

from openai_assistants_core import Model
from openai_assistants_core.model import at_time
from openai_assistants_core.model_fields import (
    ABSENT,
    OpenEnum,
    constant,
)

__all__ = ["FileDeleted", "FileObject", "FileObjectPurpose"]


class FileDeleted(Model):
    """Says which file was deleted.

    Attributes:
        id: Id of the file.
        object: Always file.
        deleted: Whether it is gone.
    """

    id: str
    object: Literal["file"] = constant("file")
    deleted: bool


FileObjectPurpose: TypeAlias = OpenEnum[
    Literal[
        "assistants",
        "assistants_output",
        "batch",
        "batch_output",
        "evals",
        "fine-tune",
        "fine-tune-results",
        "user_data",
        "vision",
    ]
]
"""What a file is for."""


class FileObject(Model):
    """An uploaded or generated file.

    Attributes:
        id: Id of the file.
        object: Always file.
        bytes: Size in bytes.
        created_at: When it was created.
        expires_at: When it will be removed, if ever.
        filename: Name of the file.
        purpose: What the file is for.
        status: State of the file; gone from Azure since 2024-08-01-preview.
        status_details: Why a file could not be processed.
    """

    id: str
    object: Literal["file"] = constant("file")
    bytes: int | None
    created_at: int
    expires_at: int | None = ABSENT
    filename: str
    purpose: FileObjectPurpose
    status: (
        OpenEnum[
            Literal["uploaded", "pending", "running", "processed", "error", "deleting", "deleted"]
        ]
        | None
    ) = ABSENT
    status_details: str | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.expires_at is ABSENT:
            self.expires_at = None
            absent += ("expires_at",)
        if self.status is ABSENT:
            self.status = None
            absent += ("status",)
        if self.status_details is ABSENT:
            self.status_details = None
            absent += ("status_details",)
        if absent:
            self._absent = absent

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)

    @property
    def expires_at_datetime(self) -> datetime | None:
        """`expires_at` as a timezone-aware datetime."""
        return at_time(self.expires_at)
