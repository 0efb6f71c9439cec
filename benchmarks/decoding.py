"""Decoding a page of 100 messages to objects, with five fields of each read: cost and memory.

Instructions (valgrind, the difference of two run lengths) do not drift with the machine's load;
without valgrind the best of many timings is taken instead.
"""

from __future__ import annotations

import re
import shutil

from .pages import MESSAGES
from .peers import CLIENT, OPENAI, Peer, printed

DECODERS = {
    "ours": Peer(
        CLIENT,
        """
from openai_assistants_rest.operations import LIST_MESSAGES
decode = LIST_MESSAGES.parse
""",
    ),
    "msgspec": Peer(
        CLIENT,
        """
import msgspec
from benchmarks.typed import Page
decode = msgspec.json.Decoder(Page).decode
""",
    ),
    "openai": Peer(
        OPENAI,
        """
import json
from openai.pagination import SyncCursorPage
from openai.types.beta.threads import Message
Page = SyncCursorPage[Message]
def decode(data):
    return Page.construct(**json.loads(data))
""",
    ),
}
"""How each peer makes objects of bytes."""

_DATA = """
import sys
from benchmarks.pages import PAGES, read
data = PAGES[sys.argv[1]]()
"""
_REPEAT = """
for _ in range(int(sys.argv[2])):
    read(decode(data))
"""
_TIME = """
import timeit
print(min(timeit.repeat(lambda: read(decode(data)), number=5, repeat=30)) / 5 * 1e6)
"""
_KEEP = """
import gc
import tracemalloc
read(decode(data))
gc.collect()
tracemalloc.start()
pages = [decode(data) for _ in range(50)]
gc.collect()
print(tracemalloc.get_traced_memory()[0] / len(pages))
"""

SHORT, LONG = 10, 30


def has_valgrind() -> bool:
    """Whether instructions can be counted here."""
    return shutil.which("valgrind") is not None


def instructions(peer: Peer, *arguments: str) -> float:
    """The instructions of a process from its beginning to its end."""
    printed(peer.command(*arguments))  # writes the byte code, which is not to be counted
    valgrind = ["valgrind", "--tool=cachegrind", "--cachegrind-out-file=/dev/null"]
    _, told = printed([*valgrind, "--cache-sim=no", *peer.command(*arguments)])
    found = re.search(r"I\s+refs:\s+([\d,]+)", told)
    if found is None:
        raise RuntimeError(f"valgrind did not say what it counted: {told[-500:]}")
    return float(found[1].replace(",", ""))


def instructions_a_page(decoder: Peer, shape: str) -> float:
    """The instructions of decoding one page."""
    peer = decoder.then(_DATA + _REPEAT)
    short, long = (instructions(peer, shape, str(times)) for times in (SHORT, LONG))
    return (long - short) / (LONG - SHORT)


def microseconds_a_page(decoder: Peer, shape: str) -> float:
    """The best time of decoding one page."""
    return float(printed(decoder.then(_DATA + _TIME).command(shape))[0])


def bytes_a_message(decoder: Peer, shape: str) -> float:
    """The memory that a message takes up, of 5,000 that are kept."""
    return float(printed(decoder.then(_DATA + _KEEP).command(shape))[0]) / MESSAGES
