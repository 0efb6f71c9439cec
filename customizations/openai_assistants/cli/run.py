"""The command `run`: starts a run or takes the latest, and watches it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from .arguments import CancelOnInterrupt, Json, Thread, Tools, an_id
from .exit_codes import ExitCode
from .interrupts import interruptible
from .kinds import message_text
from .objects import print_object
from .run_watch import RunWatch, reason
from .session import Session, with_client
from .tool_modules import load_tools

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openai_assistants_rest.models import Run
    from openai_assistants_rest.params import MessageCreateRequest

Assistant = Annotated[
    str | None,
    typer.Option("--assistant", parser=an_id, metavar="ID", help="Start a run of this assistant."),
]
RunId = Annotated[
    str | None,
    typer.Option("--run", parser=an_id, metavar="ID", help="A run of the thread, not its latest."),
]
Message = Annotated[
    str | None, typer.Option("--message", "-m", metavar="TEXT", help="A message to start it with.")
]
Watch = Annotated[
    bool, typer.Option("--watch", help="Wait for its end, and print its steps as they come.")
]


@with_client
def run(
    session: Session,
    *,
    thread: Thread,
    assistant: Assistant = None,
    message: Message = None,
    run_id: RunId = None,
    watch: Watch = False,
    tools: Tools = None,
    cancel_on_interrupt: CancelOnInterrupt = False,
    json: Json = False,
) -> None:
    """Start a run on a thread, or take its latest, and show or watch it."""
    if (tools or cancel_on_interrupt) and not watch:
        raise typer.BadParameter("--tools and --cancel-on-interrupt need --watch")
    if message is not None and assistant is None:
        raise typer.BadParameter("--message needs --assistant, which starts a run")
    if run_id is not None and assistant is not None:
        raise typer.BadParameter("--run names a run that exists, --assistant starts one")
    functions = load_tools(tools or ())
    if assistant is not None:
        chosen = start(session, thread, assistant, message)
    else:
        chosen = existing(session, thread, run_id)
    if not watch:
        print_object(session.output, chosen, json)
        return
    with interruptible(session, lambda: chosen, cancel=cancel_on_interrupt):
        ended = watched(session, chosen, functions, json)
    if not json:
        print_answer(session, ended)
    end_unless_completed(session, ended)


def start(session: Session, thread: str, assistant: str, message: str | None) -> "Run":
    """A new run, after a message if there is one."""
    create = session.client.threads.runs.create
    if message is None:
        return create(thread, assistant_id=assistant)
    added: Sequence[MessageCreateRequest] = [{"role": "user", "content": message}]
    return create(thread, assistant_id=assistant, additional_messages=added)


def existing(session: Session, thread: str, run_id: str | None) -> "Run":
    """A run of a thread, by default its latest.

    Raises:
        typer.Exit: it has none.
    """
    runs = session.client.threads.runs
    if run_id is not None:
        return runs.retrieve(run_id, thread_id=thread)
    latest = runs.list(thread, limit=1).data
    if not latest:
        session.output.note(f"error: {thread} has no run: --assistant ID starts one.")
        raise typer.Exit(ExitCode.NOT_FOUND)
    return latest[0]


def watched(session: Session, run: "Run", functions: list[Any], as_json: bool) -> "Run":
    """The run once it has ended or requires action; prints what is new with each poll."""
    runs, output, watch = session.client.threads.runs, session.output, RunWatch()

    def tell(seen: "Run") -> None:
        steps = list(runs.steps.list(seen.id, thread_id=seen.thread_id, order="asc"))
        if as_json:
            for changed in watch.objects(seen, steps):
                output.json(changed)
        else:
            for line in watch.lines(seen, steps):
                output.line(line)

    if functions:
        return runs.process(run, tools=functions, on_update=tell)
    return runs.poll(run.id, run.thread_id, on_update=tell)


def print_answer(session: Session, run: "Run") -> None:
    """Prints the messages that a run wrote, by its steps: not all can list messages by run."""
    threads = session.client.threads
    for step in threads.runs.steps.list(run.id, thread_id=run.thread_id, order="asc"):
        details = step.step_details
        if details.type == "message_creation":
            written = details.message_creation.message_id
            message = threads.messages.retrieve(written, thread_id=run.thread_id)
            session.output.line(f"\n{message_text(message)}")


def end_unless_completed(session: Session, run: "Run") -> None:
    """Goes on if a run has completed.

    Raises:
        typer.Exit: it has not.
    """
    if run.status == "completed":
        return
    why = reason(run)
    session.output.note(f"error: {run.id} is {run.status}" + (f": {why}" if why else ""))
    if run.status == "requires_action":
        session.output.note(
            f"`openai-assistants run {run.thread_id} --watch --tools MODULE:FUNCTION` answers it, "
            f"`openai-assistants runs cancel {run.thread_id} {run.id}` cancels it."
        )
    raise typer.Exit(ExitCode.RUN_NOT_COMPLETED)
