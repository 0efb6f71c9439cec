"""The command `serve`: the local service, which is a program of its own."""

import runpy
import sys
from typing import Any

import typer

SERVICE = "openai_assistants_service"

# All words that follow are the service's, `--help` included.
SETTINGS: dict[str, Any] = {
    "ignore_unknown_options": True,
    "allow_extra_args": True,
    "help_option_names": [],
}


def serve(context: typer.Context) -> None:
    """Serve the Assistants API from this machine; takes the options of the service, see --help."""
    sys.argv = [SERVICE, *context.args]
    # What `python -m` does, in this process: signals and the exit code are the service's own.
    runpy.run_module(SERVICE, run_name="__main__", alter_sys=True)
