"""Nothing is lost: HOUSE contract 4, on documents drawn from the description."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openai_assistants_core import ResponseDecodeError
from openai_assistants_core._large import LARGE
from openai_assistants_rest import OPERATIONS

from . import documents

OPERATION_IDS = sorted(documents.models())


def document(operation_id: str) -> st.SearchStrategy[Any]:
    return documents.not_null(documents.models()[operation_id])


def large(raw: Any) -> bytes:
    """A document of a size that is tried with structs first."""
    return json.dumps(raw).encode() + b" " * LARGE


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_decoding_and_encoding_gives_the_same_json(operation_id: str) -> None:
    """encode(decode(x)) == x, with unknown fields, enum values, variants, nulls and absences."""

    @given(document(operation_id))
    def check(raw: Any) -> None:
        decoded = OPERATIONS[operation_id].parse(json.dumps(raw).encode())
        assert decoded.to_dict() == raw
        assert OPERATIONS[operation_id].decode(decoded.to_dict()) == decoded
        assert OPERATIONS[operation_id].parse(large(raw)) == decoded

    check()


WRONG = {str: 5, int: "5", float: "x", bool: "true", list: {"a": 1}, dict: ["x"]}


def places(value: Any, path: str = "") -> list[str]:
    """The paths of all values within a document."""
    found: list[str] = []
    if isinstance(value, dict):
        for key, item in value.items():
            if str(key).isidentifier():
                found += [f"{path}.{key}", *places(item, f"{path}.{key}")]
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found += [f"{path}[{index}]", *places(item, f"{path}[{index}]")]
    return found


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_a_wrong_json_type_anywhere_is_a_decode_error_or_kept(operation_id: str) -> None:
    """Replacing any value by one of another JSON type raises with its path, or loses nothing."""

    @given(document(operation_id), st.data())
    def check(raw: Any, data: st.DataObject) -> None:
        candidates = places(raw)
        if not candidates:
            return
        path = data.draw(st.sampled_from(candidates))
        broken = copy.deepcopy(raw)
        steps = path.replace("[", ".").replace("]", "").split(".")[1:]
        target: Any = broken
        for step in steps[:-1]:
            target = target[int(step) if isinstance(target, list) else step]
        last: Any = int(steps[-1]) if isinstance(target, list) else steps[-1]
        target[last] = WRONG.get(type(target[last]), {"zz": 1})
        wrong = ""
        try:
            decoded = OPERATIONS[operation_id].parse(large(broken))
            assert decoded.to_dict() == broken
        except ResponseDecodeError as error:
            wrong = f".{error.path}"
        assert wrong.startswith(path) or path.startswith(wrong)

    check()


def test_models_survive_pickling_and_copying() -> None:
    raw = {"id": "thread_1", "object": "thread", "created_at": 1, "metadata": None, "new": [1]}
    thread = OPERATIONS["get_thread"].decode(raw)
    for twin in (pickle.loads(pickle.dumps(thread)), copy.deepcopy(thread), copy.copy(thread)):
        assert twin == thread
        assert twin.to_dict() == raw
