"""JSON that msgspec refuses is still understood."""

from __future__ import annotations

import math

import pytest

from openai_assistants_core import NOT_GIVEN, dumps, loads


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b'{"a": 1}', {"a": 1}),
        (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
        (b'"\\ud800"', "\ud800"),
        (b"1e400", math.inf),
        (b"123456789012345678901234567890", 123456789012345678901234567890),
    ],
)
def test_reading(data: bytes, value: object) -> None:
    assert loads(data) == value


@pytest.mark.parametrize("data", [b"", b"{", b"<html>", b"\xff\xfe", b"[" * 100_000])
def test_what_is_not_json(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        loads(data)


def test_writing_leaves_out_what_was_not_given_and_keeps_null() -> None:
    assert dumps({"a": None, "b": NOT_GIVEN, "c": [{"d": NOT_GIVEN}]}) == b'{"a":null,"c":[{}]}'


def test_a_lone_surrogate_is_written() -> None:
    assert loads(dumps({"a": "\ud800"})) == {"a": "\ud800"}
