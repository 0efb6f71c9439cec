"""A small GET through a client that is warm, one after another over a kept connection.

Instructions (valgrind, the difference of two run lengths) of the client alone: the server is in a
process of its own.
"""

from __future__ import annotations

from .cold import server
from .decoding import instructions
from .peers import CLIENT, OPENAI, Peer

CLIENTS = {
    "httpx": Peer(
        CLIENT,
        """
import sys
import httpx
client = httpx.Client(base_url=sys.argv[1], headers={"authorization": "Bearer key"})
def get():
    response = client.get("/assistants/asst_000000000000000000000001")
    response.raise_for_status()
    return response.json()["name"]
""",
    ),
    "ours": Peer(
        CLIENT,
        """
import sys
from openai_assistants import AssistantsClient, CompatibleEndpoint
client = AssistantsClient(CompatibleEndpoint(sys.argv[1]), "key")
def get():
    return client.assistants.retrieve("asst_000000000000000000000001").name
""",
    ),
    "openai": Peer(
        OPENAI,
        """
import sys
from openai import OpenAI
client = OpenAI(base_url=sys.argv[1], api_key="key")
def get():
    return client.beta.assistants.retrieve("asst_000000000000000000000001").name
""",
    ),
}
"""How each peer reads the name of an assistant."""

_REPEAT = """
for _ in range(int(sys.argv[2])):
    get()
client.close()
"""

SHORT, LONG = 50, 150


def instructions_a_call(client: Peer) -> float:
    """The instructions of one GET, from the call to the typed answer."""
    peer = client.then(_REPEAT)
    with server() as url:
        short, long = (instructions(peer, url, str(calls)) for calls in (SHORT, LONG))
    return (long - short) / (LONG - SHORT)
