"""Error answers of every shape become exceptions that say what happened."""

from __future__ import annotations

from typing import Any

import pytest

import openai_assistants_core as core
from openai_assistants_core import APIStatusError, error_for


class Answer:
    def __init__(self, status: int, headers: dict[str, str] | None = None) -> None:
        self.status_code = status
        self.headers = headers or {}


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "InternalServerError"),
        (599, "InternalServerError"),
        (418, "APIStatusError"),
    ],
)
def test_the_class_follows_the_status(status: int, name: str) -> None:
    error = error_for(Answer(status), b"{}")
    assert type(error) is getattr(core, name)
    assert error.status_code == status


@pytest.mark.parametrize(
    ("content", "said", "code"),
    [
        (b'{"error": {"message": "No.", "code": "x", "type": "t", "param": "p"}}', "No.", "x"),
        (b'{"error": "Plainly no."}', "Plainly no.", None),
        (b'{"statusCode": 401, "message": "Gateway says no."}', "Gateway says no.", None),
        (b'{"code": "401", "message": "Access denied."}', "Access denied.", "401"),
        (b"<html><body>502 Bad Gateway</body></html>", "502 Bad Gateway", None),
        (b"", "the service gave no explanation", None),
        (b'{"error": null}', "the service gave no explanation", None),
        (b"[1, 2]", "[1, 2]", None),
        (b"\xff\xfe", "\ufffd", None),
    ],
)
def test_any_body_is_understood(content: bytes, said: str, code: str | None) -> None:
    error = error_for(Answer(400, {"x-request-id": "req_7"}), content)
    assert said in str(error)
    assert str(error).startswith("Error code: 400 - ")
    assert "request id: req_7" in str(error)
    assert (error.code, error.request_id) == (code, "req_7")


def test_the_tree_is_the_one_people_catch() -> None:
    def below(parent: type[Exception], *names: str) -> None:
        for name in names:
            assert issubclass(getattr(core, name), parent), name

    assert core.OpenAIError is core.AssistantsError
    below(core.AssistantsError, "APIError", "RunTimeout", "RunFailed", "UnsupportedOperation")
    below(core.APIError, "APIConnectionError", "APIStatusError", "ResponseDecodeError")
    below(core.APIError, "StreamError")
    below(core.APIConnectionError, "APITimeoutError", "AmbiguousOutcome", "StreamInterrupted")
    below(APIStatusError, "NotFoundError", "InternalServerError", "RateLimitError")
    below(TimeoutError, "RunTimeout")


def test_the_inner_error_object_is_the_body() -> None:
    inner: dict[str, Any] = {"message": "No.", "inner_error": {"code": "filtered"}}
    error = error_for(Answer(400), core.dumps({"error": inner}))
    assert error.body == inner
