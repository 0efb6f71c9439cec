"""The commands on the runs of a thread, and on its messages."""

import typer

from . import kinds
from .arguments import All, Ids, Json, Limit, Oldest, Run, Thread
from .exit_codes import ExitCode
from .objects import MOST, each, print_list, print_object
from .output import Output
from .session import Session, with_client


def add_run_commands(app: typer.Typer) -> None:
    """Adds `runs` to the program."""
    runs = typer.Typer(no_args_is_help=True, help="List, show and cancel the runs of a thread.")
    for command in (list_, show, steps, cancel):
        runs.command(command.__name__.strip("_"))(with_client(command))
    runs.command("delete", hidden=True)(delete)
    app.add_typer(runs, name="runs")


def list_(
    session: Session,
    *,
    thread: Thread,
    limit: Limit = MOST,
    everything: All = False,
    oldest_first: Oldest = False,
    json: Json = False,
) -> None:
    """List the runs of a thread, newest first."""
    wanted = kinds.Wanted(None if everything else limit, oldest_first)
    found = session.client.threads.runs.list(thread, **wanted.query())
    print_list(session.output, kinds.RUN_COLUMNS, found, wanted.most, json)


def show(session: Session, thread: Thread, ids: Ids, json: Json = False) -> None:
    """Show runs with all their fields."""

    def act(one: str) -> None:
        run = session.client.threads.runs.retrieve(one, thread_id=thread)
        print_object(session.output, run, json)

    each(session.output, ids, act)


def steps(session: Session, thread: Thread, run: Run, json: Json = False) -> None:
    """List what a run did, in order."""
    everything = kinds.Wanted(None, oldest_first=True)
    found = session.client.threads.runs.steps.list(run, thread_id=thread, **everything.query())
    print_list(session.output, kinds.STEP_COLUMNS, found, None, json)


def cancel(session: Session, thread: Thread, ids: Ids, json: Json = False) -> None:
    """Cancel runs that have not ended."""

    def act(one: str) -> None:
        run = session.client.threads.runs.cancel(one, thread_id=thread)
        if json:
            session.output.json(run.to_dict())
        else:
            session.output.line(f"{run.status} {run.id}")

    each(session.output, ids, act)


def delete(thread: Thread, ids: Ids) -> None:
    """Says what to do instead: the API cannot delete a run."""
    output = Output.of_process()
    output.note(
        "error: no service deletes runs. `openai-assistants runs cancel` ends one, and "
        "`openai-assistants threads delete` deletes a thread with all its runs."
    )
    raise typer.Exit(ExitCode.USAGE)


@with_client
def messages(
    session: Session,
    *,
    thread: Thread,
    limit: Limit = MOST,
    everything: All = False,
    oldest_first: Oldest = False,
    json: Json = False,
) -> None:
    """List the messages of a thread, newest first."""
    wanted = kinds.Wanted(None if everything else limit, oldest_first)
    found = session.client.threads.messages.list(thread, **wanted.query())
    print_list(session.output, kinds.MESSAGE_COLUMNS, found, wanted.most, json)
