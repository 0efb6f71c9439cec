"""The options of the service's command line."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from . import log_format
from .commands import COMMANDS
from .interpreter.choice import INTERPRETERS
from .models.model_file import read_model_file
from .models.opening import choose_model
from .storage.location import locate

API_KEY = "ASSISTANTS_API_KEY"
"""The environment variable that may hold the key that clients have to send."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m openai_assistants_service",
        description="Serve the Assistants API from this machine.",
        epilog=f"Other commands, each with --help: {', '.join(COMMANDS)}.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8080, help="0 takes a free one (%(default)s)")
    _add_storage(parser)
    _add_models(parser)
    _add_processes(parser)
    _add_tools(parser)
    _add_key(parser)
    parser.add_argument(
        "--tls-self-signed",
        action="store_true",
        help="speak TLS, with a certificate that is made and kept beside the database",
    )
    _add_operation(parser)
    parser.add_argument(
        "--remove-quarantined",
        action="store_true",
        help="delete the contents of files that the database does not know, name them, and end",
    )
    return parser


def _add_models(parser: argparse.ArgumentParser) -> None:
    """Add the options of what answers."""
    parser.add_argument(
        "--model",
        default="builtin",
        metavar="NAME|URL",
        help="what answers: 'builtin', a stand-in that needs no key; 'test-model', which follows "
        "scripts; or a model server: the base URL of its chat completions API, or responses+URL. "
        "#NAME behind a URL is the name of the model there (%(default)s)",
    )
    parser.add_argument(
        "--models",
        type=Path,
        metavar="FILE",
        help="a TOML file that says which models answer to which names; --model answers to others",
    )


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = _parser()
    options = parser.parse_args(arguments)
    options.arguments = sys.argv[1:] if arguments is None else list(arguments)
    try:
        _read(options, os.environ)
    except ValueError as error:
        parser.error(str(error))
    return options


def _read(options: argparse.Namespace, environment: Mapping[str, str]) -> None:
    """Read what the options name.

    Raises:
        ValueError: something of it cannot be used.
    """
    if options.workers < 0:
        raise ValueError("argument --workers: less than none")
    if options.workers and options.role == "api":
        raise ValueError("argument --workers: with --role api there are none")
    options.database = locate(options.database, options.files)
    options.model = choose_model(options.model, environment)
    options.models = read_model_file(options.models, environment) if options.models else ()
    if options.api_key_file is not None:
        try:
            options.api_key = options.api_key_file.read_text("utf-8").strip()
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or error
            message = f"argument --api-key-file: {options.api_key_file}: {reason}"
            raise ValueError(message) from error
    elif options.api_key is None:
        options.api_key = environment.get(API_KEY)
    if options.api_key == "":
        raise ValueError("the key is empty")


def _add_storage(parser: argparse.ArgumentParser) -> None:
    """Add the options that say where everything is stored."""
    parser.add_argument(
        "--database",
        required=True,
        metavar="FILE|URL",
        help="the SQLite file to use, or postgresql://USER@HOST/NAME; a password is better kept in "
        "the file or the variable that PostgreSQL's own programs take it from, ~/.pgpass or "
        "PGPASSWORD: other users see it in the list of processes",
    )
    parser.add_argument(
        "--files",
        metavar="FOLDER|URL",
        help="with PostgreSQL, the folder of uploaded files, which all services share, or a bucket "
        "s3://BUCKET/PATH, with its credentials in AWS_ACCESS_KEY_ID and so on (NAME.files)",
    )


def _add_processes(parser: argparse.ArgumentParser) -> None:
    """Add the options of a service of several processes, on one machine or on many."""
    parser.add_argument(
        "--role",
        choices=("all", "api", "worker"),
        default="all",
        help="what the process does: answer requests, execute runs and read files, or both; all "
        "processes with the same database and the same files are one service (%(default)s)",
    )
    parser.add_argument(
        "--workers",
        type=int,
        default=0,
        metavar="N",
        help="execute runs in N processes of their own (in this one)",
    )
    parser.add_argument("--parent", type=int, help=argparse.SUPPRESS)


def _add_tools(parser: argparse.ArgumentParser) -> None:
    """Add the options of the tools that the service itself runs."""
    parser.add_argument(
        "--interpreter",
        choices=INTERPRETERS,
        default="monty",
        help="what runs the programs of code_interpreter: monty, a subset of Python, or cpython, "
        "in a sandbox that needs bubblewrap (%(default)s)",
    )
    parser.add_argument(
        "--embeddings",
        metavar="URL",
        help="what makes vectors for file search: the base URL of a server with OpenAI's "
        "embeddings API; 'local', a model of the extra [embeddings]; or 'none' (local if it is "
        "installed)",
    )
    parser.add_argument(
        "--embeddings-model",
        metavar="NAME",
        default="text-embedding-3-small",
        help="the model at that URL (%(default)s)",
    )


def _add_key(parser: argparse.ArgumentParser) -> None:
    key = parser.add_mutually_exclusive_group()
    key.add_argument(
        "--api-key",
        help="the key that clients have to send; without it any will do, on loopback. Other users "
        f"see it in the list of processes: use --api-key-file, or the variable {API_KEY}",
    )
    key.add_argument(
        "--api-key-file", type=Path, metavar="FILE", help="a file that holds nothing but the key"
    )


def _days(text: str) -> int:
    days = int(text)
    if not 1 <= days <= 36_500:
        raise argparse.ArgumentTypeError("expected 1 to 36500 days")
    return days


def _add_operation(parser: argparse.ArgumentParser) -> None:
    """Add the options of the log, and of what is kept."""
    parser.add_argument(
        "--delete-threads-after",
        type=_days,
        metavar="DAYS",
        help="delete threads in which nothing was said or run for so many days, with the files "
        "that their programs made; without it they are kept",
    )
    parser.add_argument(
        "--log-format",
        choices=log_format.LOG_FORMATS,
        help="write the log so, with a line for each request and run, and no contents; without "
        "it, warnings as text",
    )
    parser.add_argument(
        "--log-level",
        choices=log_format.LOG_LEVELS,
        help="from which level on (info with --log-format, else warning)",
    )
