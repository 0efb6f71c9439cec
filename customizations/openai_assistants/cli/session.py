"""What commands have in common: the options that say where to call, a client, errors."""

import inspect
import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import Struct

from openai_assistants_core import AssistantsError

from ..endpoints.from_environment import Found
from .connection import ConnectionOptions, Provider, choose
from .exit_codes import ExitCode, NotConfigured, exit_code_of, said_of
from .output import Output

if TYPE_CHECKING:
    from ..client import AssistantsClient


class Session(Struct):
    """A command at work: its client, and where it prints to."""

    client: "AssistantsClient"
    output: Output


def connection_options(
    *,
    endpoint: Annotated[
        str | None,
        typer.Option(help="URL to call, such as http://127.0.0.1:8080/v1.", metavar="URL"),
    ] = None,
    provider: Annotated[
        Provider | None,
        typer.Option(help="What kind of endpoint the URL is, where that cannot be seen by it."),
    ] = None,
    key_from: Annotated[
        str | None,
        typer.Option(
            help="Where its key is: env:VARIABLE, file:PATH or azure-identity.", metavar="SOURCE"
        ),
    ] = None,
    api_version: Annotated[
        str | None, typer.Option(help="Version of the API, on Azure.", metavar="VERSION")
    ] = None,
) -> ConnectionOptions:
    """The options of every command that calls."""
    return ConnectionOptions(endpoint, provider, key_from, api_version)


OPTIONS = inspect.signature(connection_options).parameters


def with_connection(command: Callable[..., None]) -> Any:
    """A command of typer: takes the options that say where to call, besides its own."""
    own = list(inspect.signature(command).parameters.values())[1:]

    def taken(**arguments: Any) -> None:
        options = connection_options(**{name: arguments.pop(name) for name in OPTIONS})
        command(options, **arguments)

    # Typer reads a command's parameters from its signature and its hints.
    parameters = [one.replace(kind=one.KEYWORD_ONLY) for one in (*own, *OPTIONS.values())]
    taken.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    taken.__annotations__ = {one.name: one.annotation for one in parameters}
    taken.__name__, taken.__doc__ = command.__name__, command.__doc__
    return taken


def with_client(command: Callable[..., None]) -> Any:
    """A command of typer that has a client; what goes wrong ends it with a line and its code."""

    def connected(options: ConnectionOptions, **arguments: Any) -> None:
        output = Output.of_process()
        with failing(output), open_client(choose(options, os.environ)) as client:
            command(Session(client, output), **arguments)

    own = list(inspect.signature(command).parameters.values())
    connected.__signature__ = inspect.Signature(own)  # type: ignore[attr-defined]
    connected.__name__, connected.__doc__ = command.__name__, command.__doc__
    return with_connection(connected)


def open_client(found: Found) -> "AssistantsClient":
    """A client of this endpoint, to be closed.

    Raises:
        NotConfigured: endpoint, credential or proxy cannot be used.
    """
    from ..client import AssistantsClient

    try:
        return AssistantsClient(found.endpoint, found.credential)
    except (TypeError, ValueError) as error:
        raise NotConfigured(str(error)) from error


@contextmanager
def failing(output: Output) -> Generator[None]:
    """Ends the command with a line and an exit code, where something goes wrong.

    Raises:
        typer.Exit: that is so.
    """
    try:
        yield
    except BrokenPipeError:  # who read it has seen enough, as in `| head`; typer ends quietly
        raise
    except (AssistantsError, OSError) as error:
        output.note(f"error: {said_of(error)}")
        raise typer.Exit(exit_code_of(error)) from None
    except KeyboardInterrupt:
        raise typer.Exit(ExitCode.INTERRUPTED) from None
