"""Every error this library raises; see `openai_assistants_core` for the tree.

Besides those there, directly below AssistantsError:

    CredentialError                        no key or token could be got; nothing was sent
    ProcessingTimeout (also TimeoutError)  a file or a batch of files was not processed in time
    UploadsFailed                          some files of a batch could not be uploaded

and those of function tools, in `openai_assistants.tools`:

    ToolDefinitionError (also TypeError)   a function cannot be offered as a tool
    InvalidArguments (also ValueError)     a model called a tool with what it does not take
    ToolNotFound                           a run calls functions that nobody registered
    ToolRoundsExceeded                     a run asked for tools more often than allowed
    UnsupportedAction                      a run requires something else than tool outputs
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from openai_assistants_core import (
    AmbiguousOutcome,
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AssistantsError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    OpenAIError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    RunCancelled,
    RunExpired,
    RunFailed,
    RunIncomplete,
    RunTimeout,
    StreamError,
    StreamInterrupted,
    UnprocessableEntityError,
    UnsupportedOperation,
)

if TYPE_CHECKING:
    from openai_assistants_rest.models import FileObject

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AmbiguousOutcome",
    "AssistantsError",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "CredentialError",
    "InternalServerError",
    "NotFoundError",
    "OpenAIError",
    "PermissionDeniedError",
    "ProcessingTimeout",
    "RateLimitError",
    "ResponseDecodeError",
    "RunCancelled",
    "RunExpired",
    "RunFailed",
    "RunIncomplete",
    "RunTimeout",
    "StreamError",
    "StreamInterrupted",
    "UnprocessableEntityError",
    "UnsupportedOperation",
    "UploadsFailed",
]


class CredentialError(AssistantsError):
    """A credential gave no key or token, so that the request could not be sent.

    `__cause__` is what it raised, such as azure-core's ClientAuthenticationError, if it did.
    """


class ProcessingTimeout(AssistantsError, TimeoutError):
    """A file, or a batch of files, was not processed in time; the service may go on with it.

    Attributes:
        seen: the file, the file of a vector store, or the batch, as last seen.
    """

    def __init__(self, message: str, seen: Any) -> None:
        super().__init__(message)
        self.seen = seen


class UploadsFailed(AssistantsError):
    """Some files of a batch could not be uploaded, so that no batch was made.

    The others are with the service: go on with their ids, or delete them.

    Attributes:
        uploaded: the files that were uploaded, by their position among those given.
        failed: why the others were not, by their position.
    """

    def __init__(
        self, uploaded: "Mapping[int, FileObject]", failed: Mapping[int, Exception]
    ) -> None:
        self.uploaded = dict(sorted(uploaded.items()))
        self.failed = dict(sorted(failed.items()))
        reasons = "; ".join(
            f"files[{position}]: {type(error).__name__}: {error}"
            for position, error in self.failed.items()
        )
        super().__init__(
            f"{len(failed)} of {len(uploaded) + len(failed)} files could not be uploaded "
            f"({reasons}); uploaded: {', '.join(self.file_ids) or 'none'}"
        )

    @property
    def file_ids(self) -> list[str]:
        """The ids of the files that were uploaded, in the order of those given."""
        return [file.id for file in self.uploaded.values()]
