"""The commands `list`, `show` and `delete`."""

import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

import typer

from openai_assistants_core import AssistantsError

from . import text
from .arguments import All, Ids, Json, Limit, Oldest, Yes
from .exit_codes import ExitCode, exit_code_of, said_of
from .kinds import Column, Kind, Wanted, rows, titles
from .output import Output
from .session import Session, with_client

MOST = 100
"""How many objects a list prints, unless it is told."""


def commands_for(kind: Kind) -> typer.Typer:
    """The commands of a kind of objects."""
    app = typer.Typer(no_args_is_help=True, help=f"List, show and delete {kind.noun}s.")

    def listing(
        session: Session,
        limit: Limit = MOST,
        everything: All = False,
        oldest_first: Oldest = False,
        json: Json = False,
    ) -> None:
        wanted = Wanted(None if everything else limit, oldest_first)
        found = kind.listing(session.client, wanted)
        print_list(session.output, kind.columns, found, wanted.most, json)

    def show(session: Session, ids: Ids, json: Json = False) -> None:
        resource = kind.resource(session.client)
        each(
            session.output,
            ids,
            lambda one: print_object(session.output, resource.retrieve(one), json),
        )

    def delete(session: Session, ids: Ids, yes: Yes = False, json: Json = False) -> None:
        confirm(session.output, f"Delete {kind.noun} {', '.join(ids)}?", yes)
        resource = kind.resource(session.client)
        each(
            session.output,
            ids,
            lambda one: print_deleted(session.output, resource.delete(one), json),
        )

    app.command("list", help=f"List {kind.noun}s, newest first.")(with_client(listing))
    app.command("show", help=f"Show {kind.noun}s with all their fields.")(with_client(show))
    app.command("delete", help=f"Delete {kind.noun}s, after asking.")(with_client(delete))
    return app


def print_list(
    output: Output,
    columns: Sequence[Column],
    objects: Iterable[Any],
    limit: int | None,
    as_json: bool,
) -> None:
    """Prints a table, or an array of JSON; says if there are more than it has."""
    found = list(islice(objects, None if limit is None else limit + 1))
    shown = found[:limit]
    if as_json:
        output.json([one.to_dict() for one in shown])
    else:
        output.table(titles(columns), rows(columns, shown))
    if len(found) > len(shown):
        output.note(f"There are more than these {len(shown)}: --limit N or --all lists them.")


def print_object(output: Output, shown: Any, as_json: bool) -> None:
    """Prints an object: its fields, or as JSON."""
    if as_json:
        output.json(shown.to_dict())
    else:
        output.fields(text.fields(shown.to_dict()))


def print_deleted(output: Output, deleted: Any, as_json: bool) -> None:
    """Prints that an object was deleted.

    Raises:
        AssistantsError: the service says that it was not.
    """
    if deleted.deleted is False:
        raise AssistantsError(f"{deleted.id}: the service did not delete it.")
    if as_json:
        output.json(deleted.to_dict())
    else:
        output.line(f"deleted {deleted.id}")


def each(output: Output, ids: Iterable[str], act: Callable[[str], None]) -> None:
    """Does the same with every id, also if it fails with some.

    Raises:
        typer.Exit: it failed, with the code of the first failure.
    """
    code = ExitCode.OK
    for one in ids:
        try:
            act(one)
        except AssistantsError as error:
            output.note(f"error: {one}: {said_of(error)}")
            code = code or exit_code_of(error)
    if code:
        raise typer.Exit(code)


def confirm(output: Output, question: str, yes: bool) -> None:
    """Goes on if it may; asks in a terminal.

    Raises:
        typer.Exit: it may not, or there is nobody to ask.
    """
    if yes:
        return
    if not sys.stdin.isatty():
        output.note("error: there is no terminal to ask in: --yes does it without asking.")
        raise typer.Exit(ExitCode.USAGE)
    output.err.write(f"{text.printable(question)} [y/N] ")
    output.err.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise typer.Exit(ExitCode.FAILED)
