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


FILTERED = {
    "message": "The response was filtered.",
    "type": None,
    "param": "prompt",
    "code": "content_filter",
    "status": 400,
    "innererror": {
        "code": "ResponsibleAIPolicyViolation",
        "content_filter_result": {"hate": {"filtered": True, "severity": "high"}},
    },
}


def test_what_azures_content_filter_found() -> None:
    error = error_for(Answer(400), core.dumps({"error": FILTERED}))
    assert error.inner_error["code"] == "ResponsibleAIPolicyViolation"
    assert error.content_filter_results == {"hate": {"filtered": True, "severity": "high"}}
    assert "content_filter_results says why" in str(error)
    plain = error_for(Answer(400), b'{"error": {"message": "No.", "innererror": 5}}')
    assert (plain.inner_error, plain.content_filter_results) == ({}, {})


@pytest.mark.parametrize(
    ("status", "content", "said", "advice"),
    [
        (502, b"<html><head><TITLE>\n Bad &amp;\nugly</TITLE>...", "Bad & ugly", ""),
        (401, b'{"error": {"message": "Wrong key."}}', "Wrong key.", "Check the credential"),
        (403, b"", "no explanation", "check its role"),
        (404, b'{"error": {"code": "404", "message": "Resource not found"}}', "", "api_version"),
        (404, b'{"error": {"message": "No thread.", "type": "t"}}', "No thread.", ""),
        (429, b"", "no explanation", "raise max_retries"),
    ],
)
def test_the_message_says_what_to_do(status: int, content: bytes, said: str, advice: str) -> None:
    text = str(error_for(Answer(status), content))
    assert said in text
    assert advice in text
    assert len(text) < 200
    assert error_for(Answer(status), content).message == text


@pytest.mark.parametrize(("retries", "said"), [(0, ""), (1, "after 1 retry"), (3, "3 retries")])
def test_the_message_counts_the_retries(retries: int, said: str) -> None:
    error = error_for(Answer(500), b"{}", retries=retries)
    assert said in str(error)
    assert ("after" in str(error)) is bool(retries)
    assert error.retries_taken == retries


@pytest.mark.parametrize("value", [5, 5.5, True, [1], {"a": 1}])
def test_fields_of_another_type_are_no_trouble(value: object) -> None:
    error = error_for(Answer(400), core.dumps({"error": {"code": value, "type": value}}))
    assert error.code is None or error.code == str(value)
