"""The program: its commands, and its exit."""

from collections.abc import Sequence
from typing import Annotated

import typer

from .._version import __version__
from . import kinds, objects
from .chat import chat
from .creation import create
from .doctor import doctor
from .files import download, upload
from .move import export, import_
from .run import run as run_command
from .runs import add_run_commands, messages
from .serve import SETTINGS, serve

PROGRAM = "openai-assistants"


def make_app() -> typer.Typer:
    """All commands. One more is a function in a module of its own, and a line here."""
    app = typer.Typer(
        name=PROGRAM,
        help="Assistants, threads, runs, files and vector stores, from a terminal or a script.",
        no_args_is_help=True,
        # Plain help and errors read well in a pipe too; a traceback must not show local variables,
        # which may hold a key.
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_options)
    app.command(context_settings=SETTINGS, add_help_option=False)(serve)
    app.command()(chat)
    app.command()(run_command)
    for kind in kinds.KINDS:
        group = objects.commands_for(kind)
        if kind is kinds.ASSISTANTS:
            group.command()(create)
        if kind is kinds.THREADS:
            group.command()(messages)
        if kind is kinds.FILES:
            group.command()(upload)
            group.command()(download)
        app.add_typer(group, name=kind.command)
    add_run_commands(app)
    app.command()(export)
    app.command("import")(import_)
    app.command()(doctor)
    return app


def run(arguments: Sequence[str]) -> None:
    """Carries out a command line.

    Raises:
        SystemExit: always, with one of `ExitCode`.
    """
    make_app()(list(arguments), prog_name=PROGRAM)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Assistants, threads, runs, files and vector stores, from a terminal or a script."""
