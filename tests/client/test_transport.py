"""What callers get: results, errors, and never a secret."""

import asyncio
import traceback
from typing import Any, cast

import httpx
import pytest
from tests.support.client.wire import Answer, Wire

import openai_assistants
from openai_assistants import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AssistantsClient,
    AsyncAssistantsClient,
    AzureKeyCredential,
    BadRequestError,
    InternalServerError,
    NotFoundError,
    OpenAIEndpoint,
    OpenAIKeyCredential,
    ResponseDecodeError,
    StaticTokenCredential,
)

pytestmark = pytest.mark.usefixtures("each_library")

AZURE = "https://res.openai.azure.com"
SECRET = "s3cr3t-value"
THREAD: dict[str, Any] = {"id": "thread_1", "object": "thread", "created_at": 1, "metadata": {}}


def client(wire: Wire, **options: Any) -> AssistantsClient:
    """A client without retries on this network."""
    return AssistantsClient(
        AZURE, AzureKeyCredential(SECRET), http_client=wire.http(), max_retries=0, **options
    )


@pytest.mark.parametrize("status", [200, 201, 202, 299])
def test_any_2xx_is_a_success(status: int) -> None:
    """Services differ in which one they send."""
    assert client(Wire(Answer(status, THREAD))).threads.retrieve("thread_1").id == "thread_1"


@pytest.mark.parametrize("status", [200, 204])
def test_a_deletion_may_be_answered_without_a_body(status: int) -> None:
    """Then it is known all the same what was deleted."""
    deleted = client(Wire(Answer(status, b""))).files.delete("file_1")
    assert (deleted.id, deleted.deleted) == ("file_1", True)


def test_a_file_comes_as_its_bytes() -> None:
    """Not decoded, whatever they are."""
    wire = Wire(Answer(200, b"\xff{}", {"content-type": "text/csv; charset=x"}))
    content = client(wire).files.content("file_1")
    assert content.read() == b"\xff{}"
    assert content.content_type == "text/csv"


ERRORS: list[tuple[int, type[APIStatusError]]] = [
    (302, APIStatusError),
    (400, BadRequestError),
    (401, openai_assistants.AuthenticationError),
    (403, openai_assistants.PermissionDeniedError),
    (404, NotFoundError),
    (409, openai_assistants.ConflictError),
    (418, APIStatusError),
    (422, openai_assistants.UnprocessableEntityError),
    (429, openai_assistants.RateLimitError),
    (500, InternalServerError),
    (504, InternalServerError),
]


@pytest.mark.parametrize(("status", "kind"), ERRORS)
def test_statuses_are_exceptions(status: int, kind: type[APIStatusError]) -> None:
    """With what the service said, the response and the request."""
    body = {"error": {"message": "No.", "code": "c", "param": "p", "type": "t"}}
    wire = Wire(Answer(status, body, {"x-request-id": "req_1"}))
    with pytest.raises(APIStatusError) as caught:
        client(wire).threads.retrieve("thread_1")
    error = caught.value
    assert type(error) is kind
    assert (error.code, error.param, error.type) == ("c", "p", "t")
    assert (error.status_code, error.request_id) == (status, "req_1")
    assert error.response.json() == body
    assert error.request is not None
    assert error.request.url.path == "/openai/threads/thread_1"


@pytest.mark.parametrize(
    "body", [b"", b"<html>Bad gateway</html>", b"[]", b'"text"', b"\xff\xfe", b"null"]
)
def test_error_bodies_that_are_none_of_the_service(body: bytes) -> None:
    """Gateways answer as they like."""
    with pytest.raises(InternalServerError, match="502"):
        client(Wire(Answer(502, body))).threads.retrieve("thread_1")


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (b"", ""),
        (b"<html>", ""),
        (b"[]", ""),
        (b'{"id": 3}', "id"),
        (b'{"metadata": 1}', "metadata"),
    ],
)
def test_an_answer_that_is_not_as_described(body: bytes, path: str) -> None:
    """The path within the body, and the request."""
    with pytest.raises(ResponseDecodeError) as caught:
        client(Wire(Answer(200, body))).threads.retrieve("thread_1")
    assert caught.value.path == path
    assert caught.value.request is not None
    assert caught.value.request.method == "GET"


@pytest.mark.parametrize(
    ("failure", "timed_out"),
    [
        (httpx.ConnectError("[Errno 111] Connection refused"), False),
        (httpx.RemoteProtocolError("Server disconnected"), False),
        (httpx.ReadError(""), False),
        (httpx.DecodingError("bad gzip"), False),
        (httpx.ConnectTimeout("timed out"), True),
        (httpx.ReadTimeout("timed out"), True),
        (httpx.WriteTimeout("timed out"), True),
        (httpx.PoolTimeout("timed out"), True),
    ],
)
def test_no_answer_is_a_connection_error(failure: httpx.RequestError, timed_out: bool) -> None:
    """With its cause, and a message that says where and why."""
    wire = Wire(failure)
    with pytest.raises(APIConnectionError) as caught:
        client(wire).threads.create()
    assert isinstance(caught.value, APITimeoutError) is timed_out
    assert caught.value.__cause__ is wire.answers[0]
    assert f"POST {AZURE}/openai/threads" in str(caught.value)
    assert (str(failure) or "ReadError") in str(caught.value)


def read_thread(wire: Wire, credential: Any, *, asynchronous: bool) -> None:
    """Reads a thread through a client of either kind, without retries."""

    async def scenario() -> None:
        http = wire.async_http()
        one = AsyncAssistantsClient(AZURE, credential, http_client=http, max_retries=0)
        await one.threads.retrieve("thread_1")

    if asynchronous:
        asyncio.run(scenario())
    else:
        one = AssistantsClient(AZURE, credential, http_client=wire.http(), max_retries=0)
        one.threads.retrieve("thread_1")


FAILURES: list[Answer | Exception] = [
    Answer(401, {"error": {"message": "wrong key"}}),
    Answer(500, b""),
    Answer(200, b"nonsense"),
    Answer(200, b'{"id": 3}'),
    httpx.ConnectError("refused"),
    httpx.ReadTimeout("slow"),
]


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("kind", [AzureKeyCredential, StaticTokenCredential])
@pytest.mark.parametrize("asynchronous", [False, True])
def test_no_error_carries_a_secret(failure: Any, kind: Any, asynchronous: bool) -> None:
    """Not in its text, not in its request, response or cause."""
    wire = Wire(failure)
    with pytest.raises(openai_assistants.APIError) as caught:
        read_thread(wire, kind(SECRET), asynchronous=asynchronous)
    assert SECRET in str(dict(wire.last.headers))
    error: Any = cast("Any", caught.value)  # the attributes of each kind of error differ
    shown: list[str] = [
        *traceback.format_exception(caught.value),
        repr(caught.value),
        repr(vars(caught.value)),
        str(error.request.headers.raw),
        str(getattr(getattr(error, "response", None), "request", error.request).headers.raw),
        str(getattr(error.__cause__, "request", error.request).headers.raw),
    ]
    assert SECRET not in "".join(shown)


def redirect(location: str, status: int = 307) -> Answer:
    """An answer that leads elsewhere."""
    return Answer(status, b"", {"location": location})


def test_a_redirect_within_the_origin_is_followed() -> None:
    """With the same method and body."""
    wire = Wire(redirect("/elsewhere/threads"), Answer(200, THREAD))
    assert client(wire).threads.create(metadata={"a": "b"}).id == "thread_1"
    assert [sent.method for sent in wire.sent] == ["POST", "POST"]
    assert wire.sent[0].body == wire.last.body
    assert wire.last.url == f"{AZURE}/elsewhere/threads"
    assert wire.last.headers["api-key"] == SECRET


@pytest.mark.parametrize(
    "location",
    [
        "https://evil.example/openai/threads",
        "http://res.openai.azure.com/openai/threads",
        "https://res.openai.azure.com:444/openai/threads",
    ],
)
def test_a_redirect_elsewhere_is_not_followed(location: str) -> None:
    """Neither key nor token leaves the origin, not even if the http_client follows redirects."""
    wire = Wire(redirect(location), Answer(200, THREAD))
    http = wire.http(follow_redirects=True)
    with pytest.raises(APIStatusError, match="307"):
        AssistantsClient(AZURE, AzureKeyCredential(SECRET), http_client=http).threads.create()
    assert len(wire.sent) == 1


def test_a_post_is_not_turned_into_a_get() -> None:
    """A list would be taken for the new object."""
    wire = Wire(redirect("/openai/other", 302), Answer(200, THREAD))
    with pytest.raises(APIStatusError, match="302"):
        client(wire).threads.create()
    wire = Wire(redirect("/openai/other", 302), Answer(200, THREAD))
    assert client(wire).threads.retrieve("thread_1").id == "thread_1"


def test_redirects_without_end() -> None:
    """Are given up."""
    wire = Wire(redirect("/openai/other"))
    with pytest.raises(APIStatusError, match="307"):
        client(wire).threads.retrieve("thread_1")
    assert len(wire.sent) == 6


def test_the_settings_of_a_given_http_client_are_kept() -> None:
    """Its headers and cookies go with ours."""
    wire = Wire(Answer(200, THREAD))
    http = wire.http(headers={"x-mine": "1"}, cookies={"c": "2"})
    AssistantsClient(OpenAIEndpoint(), OpenAIKeyCredential("k"), http_client=http).threads.create()
    assert (wire.last.headers["x-mine"], wire.last.headers["cookie"]) == ("1", "c=2")


def test_pages_go_on_through_the_door() -> None:
    """Each next page is a call of its own, with its own version and key."""
    first = {"object": "list", "data": [{"id": "asst_1"}], "has_more": True, "last_id": "asst_1"}
    second = {"object": "list", "data": [{"id": "asst_2"}], "has_more": False}
    wire = Wire(Answer(200, first), Answer(200, second))
    found = [assistant.id for assistant in client(wire).assistants.list(limit=1)]
    assert found == ["asst_1", "asst_2"]
    assert wire.last.url.endswith("?api-version=2025-03-01-preview&limit=1&after=asst_1")
    assert wire.last.headers["api-key"] == SECRET

    async def scenario() -> list[str]:
        wire = Wire(Answer(200, first), Answer(200, second))
        one = AsyncAssistantsClient(OpenAIKeyCredential("k"), http_client=wire.async_http())
        return [assistant.id async for assistant in one.assistants.list(limit=1)]

    assert asyncio.run(scenario()) == found


@pytest.mark.parametrize("location", ["http://[bad", "a:b", "x:tion/b", "http://x:99999999/"])
def test_a_redirect_that_leads_nowhere(location: str) -> None:
    """Is a failure of the call, not an exception of the HTTP library."""
    with pytest.raises(openai_assistants.APIError):
        client(Wire(redirect(location))).threads.retrieve("thread_1")
