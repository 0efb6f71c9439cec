"""The command `doctor`: which endpoint and credential are used, and whether they work."""

import os
import time
from typing import TYPE_CHECKING

import typer

from openai_assistants_core import AssistantsError

from . import diagnosis, text
from .arguments import Json
from .connection import ConnectionOptions, choose, lists_assistants
from .exit_codes import ExitCode, NotConfigured, exit_code_of
from .output import Output
from .session import open_client, with_connection

if TYPE_CHECKING:
    from ..client import AssistantsClient

PATIENCE = 10.0
"""Seconds to wait for an answer."""


@with_connection
def doctor(options: ConnectionOptions, json: Json = False) -> None:
    """Say which endpoint and credential are used, whether they work, and the versions."""
    output = Output.of_process()
    facts: diagnosis.Facts = {}
    code = ExitCode.OK
    try:
        found = choose(options, os.environ)
        facts |= diagnosis.configuration(found, os.environ)
        with open_client(found) as client:
            error, milliseconds = _probe(client)
        facts["reachable"] = diagnosis.reachable(error, milliseconds)
        code = exit_code_of(error) if error else code
    except NotConfigured as error:
        facts["cannot call"] = str(error)
        code = exit_code_of(error)
    facts |= diagnosis.versions()
    if json:
        output.json(facts)
    else:
        output.fields([(name, text.printable(value)) for name, value in facts.items()])
    raise typer.Exit(code)


def _probe(client: "AssistantsClient") -> tuple[AssistantsError | None, float]:
    """How a short call ended, and the milliseconds that it took."""
    quick = client.with_options(timeout=PATIENCE, max_retries=0)
    resource = quick.assistants if lists_assistants(client.endpoint) else quick.vector_stores
    started = time.monotonic()
    failure: AssistantsError | None = None
    try:
        resource.list(limit=1)
    except AssistantsError as error:
        failure = error
    return failure, (time.monotonic() - started) * 1000
