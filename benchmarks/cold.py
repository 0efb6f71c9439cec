"""Cold processes: what an import costs, and what the first typed answer does.

Each program is a fresh interpreter. They take turns, so that a drift of the machine's speed meets
them all, and what counts is the median of the processor time (user and system) they used: it is
steadier than the time on the clock, which also has the waits for a busy processor in it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from statistics import median

from .peers import CLIENT, OPENAI, Peer, environment, started

FIRST = {
    "httpx": Peer(
        CLIENT,
        """
import sys
import httpx
with httpx.Client(base_url=sys.argv[1], headers={"authorization": "Bearer key"}) as client:
    response = client.get("/assistants/asst_000000000000000000000001")
    response.raise_for_status()
    print(response.json()["name"])
""",
    ),
    "ours": Peer(
        CLIENT,
        """
import sys
from openai_assistants import AssistantsClient, CompatibleEndpoint
with AssistantsClient(CompatibleEndpoint(sys.argv[1]), "key") as client:
    print(client.assistants.retrieve("asst_000000000000000000000001").name)
""",
    ),
    "openai": Peer(
        OPENAI,
        """
import sys
from openai import OpenAI
with OpenAI(base_url=sys.argv[1], api_key="key") as client:
    print(client.beta.assistants.retrieve("asst_000000000000000000000001").name)
""",
    ),
}
"""Programs that take the URL of the server, and print the name of the assistant it answers."""

FLOOR = Peer(
    CLIENT,
    """
import sys
import httpx
import msgspec
with httpx.Client(base_url=sys.argv[1], verify=False) as client:
    response = client.get("/assistants/asst_000000000000000000000001")
    print(msgspec.json.decode(response.content)["name"])
""",
)
"""What ours stands on, and nothing of ours: no first answer can be cheaper."""

WITH_TLS = FIRST["ours"].then("import httpx\nhttpx.create_ssl_context()\n")
"""Ours, with the certificates read as for https: httpx reads them in any case."""

IMPORTS = {
    "nothing": Peer(CLIENT, "pass"),
    "httpx": Peer(CLIENT, "import httpx"),
    "package": Peer(CLIENT, "import openai_assistants"),
    "client": Peer(CLIENT, "from openai_assistants import AssistantsClient"),
    "openai": Peer(OPENAI, "import openai"),
}


def server(module: str = "benchmarks.server") -> AbstractContextManager[str]:
    """The URL of a server in a process of its own."""
    return started([sys.executable, "-m", module])


def processor_seconds(peer: Peer, *arguments: str) -> float:
    """User and system time of one fresh process.

    Raises:
        RuntimeError: it failed.
    """
    process = subprocess.Popen(
        peer.command(*arguments), stdout=subprocess.DEVNULL, env=environment()
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{peer.program} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def in_turn(peers: Mapping[str, Peer], *arguments: str, rounds: int) -> dict[str, float]:
    """The median seconds of each; a first round, which writes the byte code, does not count."""
    times: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(rounds + 1):
        for name, peer in peers.items():
            times[name].append(processor_seconds(peer, *arguments))
    return {name: median(taken[1:]) for name, taken in times.items()}
