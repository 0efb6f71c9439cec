"""Decoding stays within its limit, counted in instructions."""

from __future__ import annotations

import shutil

import pytest
from benchmarks import decode


@pytest.mark.skipif(shutil.which("valgrind") is None, reason="counting needs valgrind")
def test_decoding_a_page_stays_close_to_typed_msgspec() -> None:
    assert decode.instructions("ours") <= decode.LIMIT * decode.instructions("msgspec typed")
