"""What a command exits with, and what it says of an error."""

from enum import IntEnum

from openai_assistants_core import (
    AmbiguousOutcome,
    APIConnectionError,
    AssistantsError,
    AuthenticationError,
    NotFoundError,
    PermissionDeniedError,
    RunFailed,
    RunTimeout,
)

from ..errors import CredentialError


class ExitCode(IntEnum):
    """The exit codes, as docs/command-line.md lists them; 2 is typer's own for wrong arguments."""

    OK = 0
    FAILED = 1
    USAGE = 2
    NOT_ALLOWED = 3
    NOT_FOUND = 4
    UNREACHABLE = 5
    RUN_NOT_COMPLETED = 6
    INTERRUPTED = 130


class NotConfigured(AssistantsError):
    """Neither options nor environment say where to call, or with which credential."""


# The first kind that an error is decides: an AmbiguousOutcome is an APIConnectionError as well, but
# says that the call may have been carried out.
_CODES: tuple[tuple[type[Exception], ExitCode], ...] = (
    (AmbiguousOutcome, ExitCode.FAILED),
    (NotConfigured, ExitCode.NOT_ALLOWED),
    (CredentialError, ExitCode.NOT_ALLOWED),
    (AuthenticationError, ExitCode.NOT_ALLOWED),
    (PermissionDeniedError, ExitCode.NOT_ALLOWED),
    (NotFoundError, ExitCode.NOT_FOUND),
    (APIConnectionError, ExitCode.UNREACHABLE),
    (RunFailed, ExitCode.RUN_NOT_COMPLETED),
    (RunTimeout, ExitCode.RUN_NOT_COMPLETED),
)

_NEXT_STEPS = {
    ExitCode.NOT_ALLOWED: "`openai-assistants doctor` says which endpoint and credential are used.",
    ExitCode.UNREACHABLE: "Is the service running there? `openai-assistants doctor` says which "
    "endpoint is used; `openai-assistants serve` starts a local one.",
}


def exit_code_of(error: Exception) -> ExitCode:
    """The exit code for an error."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), ExitCode.FAILED)


def said_of(error: Exception) -> str:
    """What is said of an error: its message and its notes, and what to do next."""
    if isinstance(error, OSError) and error.strerror and not isinstance(error, AssistantsError):
        message = f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    else:
        message = str(error) or type(error).__name__
    notes: list[str] = getattr(error, "__notes__", [])
    step = _NEXT_STEPS.get(exit_code_of(error))
    return "\n".join([message, *notes, *([step] if step else [])])
