"""Reading a stream of 2,000 deltas and 200 kB of text: cost, and the memory of a long one.

Instructions (valgrind, the difference of two run lengths) of the client alone: the server is in a
process of its own.
"""

from __future__ import annotations

from .cold import server
from .decoding import instructions
from .peers import CLIENT, OPENAI, Peer, printed

SERVER = "benchmarks.stream_server"
DELTAS, SIZE = 2000, 100

READERS = {
    "httpx": Peer(
        CLIENT,
        """
import json
import sys
import httpx
client = httpx.Client(base_url=sys.argv[1], headers={"authorization": "Bearer key"})
def read(query):
    length = 0
    body = {"assistant_id": "asst_1", "stream": True}
    with client.stream("POST", "/threads/t/runs", params=query, json=body) as response:
        response.raise_for_status()
        for line in response.iter_lines():
            if line.startswith("data: ") and line != "data: [DONE]":
                data = json.loads(line[6:])
                if data["object"] == "thread.message.delta":
                    length += len(data["delta"]["content"][0]["text"]["value"])
    return length
""",
    ),
    "ours": Peer(
        CLIENT,
        """
import sys
from openai_assistants import AssistantsClient, CompatibleEndpoint
client = AssistantsClient(CompatibleEndpoint(sys.argv[1]), "key")
def read(query):
    length = 0
    runs = client.threads.runs
    with runs.create("t", assistant_id="asst_1", stream=True, extra_query=query) as stream:
        for event in stream:
            if event.event == "thread.message.delta":
                length += len(event.data.delta.content[0].text.value)
    return length
""",
    ),
    "ours, with snapshots": Peer(
        CLIENT,
        """
import sys
from openai_assistants import AssistantsClient, CompatibleEndpoint
client = AssistantsClient(CompatibleEndpoint(sys.argv[1]), "key")
def read(query):
    runs = client.threads.runs
    with runs.stream(thread_id="t", assistant_id="asst_1", extra_query=query) as stream:
        return sum(len(text) for text in stream.text_deltas)
""",
    ),
    "openai": Peer(
        OPENAI,
        """
import sys
from openai import OpenAI
client = OpenAI(base_url=sys.argv[1], api_key="key")
def read(query):
    length = 0
    runs = client.beta.threads.runs
    with runs.create("t", assistant_id="asst_1", stream=True, extra_query=query) as stream:
        for event in stream:
            if event.event == "thread.message.delta":
                length += len(event.data.delta.content[0].text.value)
    return length
""",
    ),
    "openai, with snapshots": Peer(
        OPENAI,
        """
import sys
from openai import OpenAI
client = OpenAI(base_url=sys.argv[1], api_key="key")
def read(query):
    runs = client.beta.threads.runs
    with runs.stream(thread_id="t", assistant_id="asst_1", extra_query=query) as stream:
        return sum(len(text) for text in stream.text_deltas)
""",
    ),
}
"""How each peer reads a stream, and adds up the length of its text."""

_REPEAT = """
deltas, size, pack, times = map(int, sys.argv[2:])
query = {"deltas": deltas, "size": size, "pack": pack}
read({"deltas": 1, "size": 1, "pack": 1})
for _ in range(times):
    assert read(query) == deltas * size
client.close()
"""


def instructions_a_stream(
    reader: Peer, *, deltas: int = DELTAS, size: int = SIZE, pack: int = 1
) -> float:
    """The instructions of one stream, from the call to its end."""
    peer, shape = reader.then(_REPEAT), (str(deltas), str(size), str(pack))
    with server(SERVER) as url:
        one, two = (instructions(peer, url, *shape, times) for times in ("1", "2"))
    return two - one


_PEAK = """
import tracemalloc
deltas, size, pack = map(int, sys.argv[2:])
read({"deltas": 1, "size": 1, "pack": 1})
tracemalloc.start()
read({"deltas": deltas, "size": size, "pack": pack})
print(tracemalloc.get_traced_memory()[1])
client.close()
"""


def peak_bytes(reader: Peer, *, deltas: int, size: int = 1) -> float:
    """The most memory that reading one stream takes, of deltas of so many characters."""
    with server(SERVER) as url:
        said, _ = printed(reader.then(_PEAK).command(url, str(deltas), str(size), "1"))
    return float(said)
