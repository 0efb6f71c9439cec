"""Ctrl-C while a run is waited for."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from openai_assistants_core import AssistantsError

from .exit_codes import ExitCode

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run

    from .session import Session


@contextmanager
def interruptible(
    session: "Session", run: "Callable[[], Run | None]", *, cancel: bool
) -> Generator[None]:
    """Ends the command at Ctrl-C, and says what becomes of the run; cancels it if that is asked.

    Raises:
        typer.Exit: there was a Ctrl-C.
    """
    try:
        yield
    except KeyboardInterrupt:
        waited_for = run()
        if waited_for is not None:
            session.output.note(_left(session, waited_for, cancel))
        raise typer.Exit(ExitCode.INTERRUPTED) from None


def _left(session: "Session", run: "Run", cancel: bool) -> str:
    names = f"{run.thread_id} {run.id}"
    if not cancel:
        return (
            f"The run goes on: `openai-assistants run {run.thread_id} --watch` waits for it, "
            f"`openai-assistants runs cancel {names}` cancels it."
        )
    runs = session.client.threads.runs
    try:
        runs.cancel(run.id, thread_id=run.thread_id)
        cancelled = runs.poll(run.id, run.thread_id)
    except AssistantsError as error:
        return f"error: the run {names} was not cancelled: {error}"
    return f"The run {run.id} is {cancelled.status}."
