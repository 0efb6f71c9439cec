"""The figures of `make bench` that are steady enough to be tests: instructions, not time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from benchmarks import cold, decoding
from benchmarks.peers import Peer

HERE = Path(sys.executable)

pytestmark = pytest.mark.skipif(not decoding.has_valgrind(), reason="counting needs valgrind")


def here(peer: Peer) -> Peer:
    """The peer, run by the interpreter of the tests."""
    return Peer(HERE, peer.program)


@pytest.mark.parametrize(("shape", "limit"), [("full", 1.35), ("recorded", 1.75), ("newer", 6.0)])
def test_decoding_a_page_stays_close_to_typed_msgspec(shape: str, limit: float) -> None:
    ours, typed = (
        decoding.instructions_a_page(here(decoding.DECODERS[name]), shape)
        for name in ("ours", "msgspec")
    )
    assert ours <= limit * typed


@pytest.mark.parametrize("shape", ["full", "recorded"])
def test_a_message_takes_up_little_memory(shape: str) -> None:
    assert decoding.bytes_a_message(here(decoding.DECODERS["ours"]), shape) <= 2000


def test_the_first_answer_costs_no_more_than_that_of_httpx() -> None:
    """In instructions, of which reading the certificates takes many; time has a limit too."""
    with cold.server() as url:
        ours, httpx = (
            decoding.instructions(here(cold.FIRST[name]), url) for name in ("ours", "httpx")
        )
    assert ours <= httpx
