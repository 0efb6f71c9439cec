"""Nothing is lost: HOUSE contract 4, on documents drawn from the description."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import documents

from openai_assistants_core import ResponseDecodeError, dumps, loads
from openai_assistants_rest import OPERATIONS

KINDS = documents.kinds()
EACH = -(-10_000 // len(KINDS))
"""How many documents of each kind an ordinary run reads: together at least 10,000."""


def replaced(raw: Any, steps: tuple[str | int, ...], value: Any) -> Any:
    """A copy of a document with another value at one place."""
    if not steps:
        return value
    copied = copy.copy(raw)
    copied[steps[0]] = replaced(raw[steps[0]], steps[1:], value)
    return copied


def written(steps: tuple[str | int, ...]) -> str:
    """A place as an error names it: `data[3].content[0].text`."""
    return ".".join(f"[{step}]" if isinstance(step, int) else step for step in steps).replace(
        ".[", "["
    )


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_and_a_wrong_json_type_is_named(kind: str) -> None:
    """encode(decode(x)) == x, with unknown fields, enum values, variants, nulls and absences.

    The same document with a value of another JSON type, in any place whose type is described,
    raises ResponseDecodeError with the path of that place.
    """
    schema, parse = KINDS[kind]
    read: list[str] = []

    @settings(max_examples=max(EACH, settings().max_examples))
    @given(documents.not_null(schema), st.data())
    def check(raw: Any, data: st.DataObject) -> None:
        decoded = parse(json.dumps(raw).encode())
        assert decoded.to_dict() == raw
        assert loads(dumps(decoded)) == raw
        steps, wrong = data.draw(st.sampled_from(list(documents.places(schema, raw))))
        broken = replaced(raw, steps, data.draw(st.sampled_from(wrong)))
        with pytest.raises(ResponseDecodeError) as caught:
            parse(json.dumps(broken).encode())
        assert caught.value.path == written(steps)
        read.append(kind)

    check()
    assert len(read) >= EACH


def test_every_answer_and_event_is_read() -> None:
    """All kinds of JSON that the 52 operations and the 25 events bring."""
    events = {schema["$ref"] for schema in documents.DOCUMENT["x-stream-events"].values() if schema}
    answers = [one for one in OPERATIONS.values() if one.kind != "binary"]
    assert (len(OPERATIONS), len(answers)) == (52, 51)
    assert {ref.rpartition("/")[2] for ref in events} < set(KINDS)
    assert EACH * len(KINDS) >= 10_000


def test_models_survive_pickling_and_copying() -> None:
    raw = {"id": "thread_1", "object": "thread", "created_at": 1, "metadata": None, "new": [1]}
    thread = OPERATIONS["get_thread"].decode(raw)
    for twin in (pickle.loads(pickle.dumps(thread)), copy.deepcopy(thread), copy.copy(thread)):
        assert twin == thread
        assert twin.to_dict() == raw
