"""The request schemas agree with what the real service took and refused."""

from __future__ import annotations

import base64
import json
from collections import Counter
from email import message_from_bytes
from email.message import Message
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jsonschema_rs import Draft202012Validator

Json = dict[str, Any]


def form(pair: Json) -> Json:
    """The fields of a recorded multipart body; files count as text."""
    text: str = pair["req_body"]
    raw = base64.b64decode(text[7:]) if text.startswith("base64:") else text.encode()
    head = f"Content-Type: {pair['req_headers']['Content-Type']}\r\n\r\n".encode()
    fields: Json = {}
    for part in message_from_bytes(head + raw).get_payload():
        assert isinstance(part, Message)
        value = part.get_payload(decode=True)
        assert isinstance(value, bytes)
        name = part.get_param("name", header="content-disposition")
        fields[str(name)] = value.decode(errors="replace")
    return fields


def bodies(recordings: list[Json], statuses: range) -> Iterator[tuple[Json, Any]]:
    """Recorded requests and their decoded bodies."""
    for pair in recordings:
        if not pair["request_schema"] or not pair["req_body"] or pair["status"] not in statuses:
            continue
        multipart = pair["req_headers"]["Content-Type"].startswith("multipart/")
        if pair["operation"] == "create_file":
            assert multipart
            yield pair, form(pair)
        elif not multipart:
            yield pair, json.loads(pair["req_body"])


def test_accepted_bodies_validate(
    recordings: list[Json], validator: Callable[[str, str], Draft202012Validator]
) -> None:
    seen: Counter[str] = Counter()
    wrong = []
    for pair, body in bodies(recordings, range(200, 300)):
        seen[pair["operation"]] += 1
        for error in validator(pair["request_schema"], pair["generation"]).iter_errors(body):
            wrong.append(f"{pair['operation']} {pair['generation']}: {error.message}")
    assert wrong == []
    assert seen.total() > 700
    assert len(seen) == 16


def test_bodies_refused_for_their_form_do_not_validate(
    recordings: list[Json], validator: Callable[[str, str], Draft202012Validator]
) -> None:
    refused = [
        item
        for item in bodies(recordings, range(400, 401))
        if json.loads(item[0]["resp_body"])["error"]["code"] == "invalid_type"
    ]
    assert len(refused) >= 6
    for pair, body in refused:
        check = validator(pair["request_schema"], pair["generation"])
        assert not check.is_valid(body), pair["source"]


def test_bodies_refused_for_other_reasons_validate(
    recordings: list[Json], validator: Callable[[str, str], Draft202012Validator]
) -> None:
    refused = [
        item
        for item in bodies(recordings, range(400, 500))
        if json.loads(item[0]["resp_body"])["error"]["code"] != "invalid_type"
    ]
    assert len(refused) > 20
    for pair, body in refused:
        check = validator(pair["request_schema"], pair["generation"])
        assert check.is_valid(body), pair["source"]
