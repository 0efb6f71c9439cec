"""The service as a process that kills itself while it answers the first request with a key.

The first argument is the moment: `effect`, when the effect is written and the answer is not;
`answer`, when both are written; `committed`, when both are committed and the answer is not sent.
"""

import os
import signal
import sys

from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine
from sqlalchemy.pool import Pool

from openai_assistants_service.__main__ import main

MOMENT = sys.argv[1]
written: list[str] = []


def die_at(moment: str) -> None:
    if moment == MOMENT:
        os.kill(os.getpid(), signal.SIGKILL)


@event.listens_for(Engine, "before_cursor_execute")
def before_statement(_: Connection, cursor: object, statement: str, *others: object) -> None:
    if statement.startswith("UPDATE idempotency_keys"):
        die_at("effect")
        written.append(statement)


@event.listens_for(Engine, "commit")
def before_commit(_: Connection) -> None:
    if written:
        die_at("answer")


@event.listens_for(Pool, "checkin")
def after_commit(*_: object) -> None:
    if written:
        die_at("committed")


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
