"""From a request to what is sent."""

import asyncio
import io
import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

import httpx
import pytest
from tests.support.client.wire import operation, request

from openai_assistants import NOT_GIVEN, OpenAIEndpoint
from openai_assistants._files.multipart import MultipartBody, OpenedFile
from openai_assistants._files.sources import FileSource
from openai_assistants._pipeline.request import PreparedRequest, prepare
from openai_assistants._pipeline.settings import Settings
from openai_assistants._version import __version__

SETTINGS = Settings(endpoint=OpenAIEndpoint("https://x/v1"))
READ = operation()
CREATE = operation("POST", "/threads", media="application/json")
CANCEL = operation("POST", "/threads/{thread_id}/runs/{run_id}/cancel")
LIST = operation("GET", "/threads", query={"include": "include[]", "limit": "limit", "on": "on"})
UPLOAD = operation("POST", "/files", media="multipart/form-data")


def prepared(made: Any, settings: Settings = SETTINGS) -> PreparedRequest:
    """A request, prepared."""
    return prepare(made, settings, "an-id")


def sent(made: Any, **auth: str) -> httpx.Request:
    """A request as httpx sends it."""
    with prepared(made).opened(auth) as arguments, httpx.Client() as http:
        built = http.build_request(**arguments)
        built.read()
        return built


def test_headers_of_a_call_with_a_body() -> None:
    """What is sent, by name."""
    headers = dict(prepared(request(CREATE, body={"a": None})).headers)
    agent = headers.pop("user-agent")
    assert headers == {
        "accept": "application/json",
        "content-type": "application/json",
        "openai-beta": "assistants=v2",
        "idempotency-key": "an-id",
        "x-ms-client-request-id": "an-id",
    }
    assert agent is not None
    assert agent.startswith(f"openai-assistants-python/{__version__} Python/3.")


def test_the_version_is_that_of_the_distribution() -> None:
    """The package and what pip installed agree."""
    assert version("openai-assistants") == __version__


def test_cancelling_sends_neither_body_nor_content_type() -> None:
    """A POST without a body is empty, not {}."""
    built = sent(request(CANCEL, "t", "r"))
    assert built.content == b""
    assert "content-type" not in built.headers
    assert built.headers["content-length"] == "0"


def test_null_is_sent_and_what_is_not_given_is_not() -> None:
    """None and NOT_GIVEN differ in a body."""
    built = sent(request(CREATE, body={"a": None, "b": NOT_GIVEN, "c": [1, {"d": "ü"}]}))
    assert built.content == '{"a":null,"c":[1,{"d":"ü"}]}'.encode()


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ({}, ""),
        ({"include": ["a[*].b", "c"]}, "?include%5B%5D=a%5B%2A%5D.b&include%5B%5D=c"),
        ({"limit": 5, "on": True}, "?limit=5&on=true"),
        ({"limit": None, "on": NOT_GIVEN}, ""),
        ({"include": []}, ""),
    ],
)
def test_query(query: dict[str, object], text: str) -> None:
    """Lists repeat their name; booleans are as in JSON; null is left out."""
    assert prepared(request(LIST, query=query)).url == f"https://x/v1/threads{text}"


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("t_1", "/threads/t_1"),
        ("t..x;y", "/threads/t..x%3By"),
        ("a b?c#d%", "/threads/a%20b%3Fc%23d%25"),
        ("threads", "/threads/threads"),
    ],
)
def test_ids_stay_one_segment(value: str, path: str) -> None:
    """Whatever an id holds, it leads to no other path."""
    assert prepared(request(READ, value)).url == f"https://x/v1{path}"
    assert sent(request(READ, value)).url.raw_path == f"/v1{path}".encode()


@pytest.mark.parametrize(
    "value", ["", " ", ".", "..", ". .", "a\nb", "a/b", "../x", "a\\b", "\x7f"]
)
def test_ids_that_are_none_are_refused(value: str) -> None:
    """Nothing is sent: an empty id would list, delete or change something else."""
    with pytest.raises(ValueError, match="thread_id"):
        prepared(request(READ, value))


def test_options_of_a_call_come_last() -> None:
    """Headers by any case, None or NOT_GIVEN leave one out, query and body are merged."""
    settings = SETTINGS.changed(
        default_headers={"X-A": "client", "x-b": "client"}, default_query={"q": 1, "r": 1}
    )
    made = request(
        CREATE,
        body={"a": 1, "b": 1},
        extra_headers={"x-a": "call", "OpenAI-Beta": None, "Accept": NOT_GIVEN},
        extra_query={"r": 2, "deep": {"x": [1, 2]}},
        extra_body={"b": 2, "c": {"any": "thing"}},
    )
    result = prepared(made, settings)
    assert result.url == "https://x/v1/threads?q=1&r=2&deep%5Bx%5D=1&deep%5Bx%5D=2"
    assert result.headers["x-a"] == "call"
    assert result.headers["x-b"] == "client"
    assert result.content == b'{"a":1,"b":2,"c":{"any":"thing"}}'
    with result.opened({}) as arguments:
        assert "openai-beta" not in arguments["headers"]
        assert "accept" not in arguments["headers"]


def test_a_callers_header_replaces_that_of_the_credential() -> None:
    """And None leaves it out, for a gateway that adds its own."""
    built = sent(request(READ, "t", extra_headers={"Authorization": "mine"}), authorization="ours")
    assert built.headers["authorization"] == "mine"
    built = sent(request(READ, "t", extra_headers={"authorization": None}), authorization="ours")
    assert "authorization" not in built.headers


def test_a_header_value_with_a_line_break_is_refused() -> None:
    """It would be another header; the message does not repeat it."""
    with pytest.raises(ValueError, match="x-a") as caught:
        prepared(request(READ, "t", extra_headers={"x-a": "secret\r\nx-b: 1"}))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "options",
    [{"extra_headers": {"x-a": "secr\xe9t"}}, {"extra_query": {"code": "secr\ud800t"}}],
)
def test_values_that_cannot_be_sent_are_not_shown(options: dict[str, Any]) -> None:
    """Characters outside ASCII in a header, half a character in a query."""
    with pytest.raises(ValueError, match="has characters") as caught:
        prepared(request(READ, "t", **options))
    assert type(caught.value) is ValueError
    assert "secr" not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_no_repr_shows_what_callers_add() -> None:
    """Headers, query and body may hold secrets."""
    added: dict[str, Any] = {
        "extra_headers": {"x-a": "secret"},
        "extra_query": {"code": "secret"},
        "extra_body": {"token": "secret"},
    }
    asked = request(operation("POST", media="application/json"), "t", timeout=7, **added)
    assert "secret" not in repr(asked)
    assert "timeout=7" in repr(asked)
    assert "secret" not in repr(prepared(asked))


def test_time_limits_of_a_call() -> None:
    """Those of the call, or the client's; None is a limit too: none."""
    settings = SETTINGS.changed(timeout=9.0)
    assert prepared(request(READ, "t"), settings).timeout == 9.0
    assert prepared(request(READ, "t", timeout=1.0), settings).timeout == 1.0
    assert prepared(request(READ, "t", timeout=None), settings).timeout is None


def test_binary_answers_are_not_asked_for_as_json() -> None:
    """The content of a file may be anything."""
    made = operation("GET", "/files/{file_id}/content", kind="binary")
    assert prepared(request(made, "f")).headers["accept"] == "*/*"


def parts(built: httpx.Request) -> list[tuple[str, str]]:
    """The headers and the content of each part of a multipart body."""
    boundary = built.headers["content-type"].partition("boundary=")[2]
    texts = built.content.decode().split(f"--{boundary}")[1:-1]
    pairs = [text.strip("\r\n").partition("\r\n\r\n") for text in texts]
    return [(head, body) for head, _, body in pairs]


class Pipe(io.RawIOBase):
    """A stream that can be read once."""

    def __init__(self, data: bytes) -> None:
        self._data = iter([data])

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return next(self._data, b"")


class Named(io.BytesIO):
    name = "/tmp/folder/named.csv"


@pytest.fixture
def inputs(tmp_path: Path) -> Iterator[dict[str, tuple[Any, str]]]:
    """What may be given as a file, and the header of its part."""
    path = tmp_path / "notes.md"
    path.write_bytes(b"data")
    disposition = 'Content-Disposition: form-data; name="file"; filename="{}"\r\nContent-Type: {}'
    octets = disposition.format("upload", "application/octet-stream")
    with path.open("rb") as file:
        yield {
            "bytes": (b"data", octets),
            "bytearray": (bytearray(b"data"), octets),
            "path": (path, disposition.format("notes.md", "text/markdown")),
            "open file": (file, disposition.format("notes.md", "text/markdown")),
            "buffer": (io.BytesIO(b"data"), octets),
            "named buffer": (Named(b"data"), disposition.format("named.csv", "text/csv")),
            "pipe": (Pipe(b"data"), octets),
            "name and bytes": (("a.txt", b"data"), disposition.format("a.txt", "text/plain")),
            "name and path": (("b.json", path), disposition.format("b.json", "application/json")),
            "no name": ((None, path), disposition.format("notes.md", "text/markdown")),
            "type": (("a.bin", b"data", "text/x-mine"), disposition.format("a.bin", "text/x-mine")),
            "headers": (
                ("a.txt", b"data", "text/plain", {"X-Part": "1"}),
                'Content-Disposition: form-data; name="file"; filename="a.txt"\r\nX-Part: 1\r\n'
                "Content-Type: text/plain",
            ),
        }


KINDS = [
    *("bytes", "bytearray", "path", "open file", "buffer", "named buffer", "pipe"),
    *("name and bytes", "name and path", "no name", "type", "headers"),
]


@pytest.mark.parametrize("kind", KINDS)
def test_files(inputs: dict[str, tuple[Any, str]], kind: str) -> None:
    """Each input with its name and type, beside the plain fields."""
    value, head = inputs[kind]
    fields = {"file": value, "purpose": "assistants", "expires_after": {"seconds": 3600}}
    built = sent(request(UPLOAD, body=fields))
    assert re.fullmatch(r"multipart/form-data; boundary=\w+", built.headers["content-type"])
    assert parts(built) == [
        ('Content-Disposition: form-data; name="purpose"', "assistants"),
        ('Content-Disposition: form-data; name="expires_after[seconds]"', "3600"),
        (head, "data"),
    ]


def test_a_file_name_cannot_break_out_of_its_header() -> None:
    """Quotes and line breaks in a name are escaped; other alphabets are kept."""
    [(head, _)] = parts(sent(request(UPLOAD, body={"file": ('ü"\r\nx: y.txt', b"data")})))
    assert head.count("\r\n") == 1
    assert "ü%22%0D%0Ax: y.txt" in head


REFUSED: list[tuple[Any, str]] = [
    ("a path?", "a string is no file"),
    (io.StringIO("text"), "binary mode"),
    (3, "expected bytes"),
    (("a.txt",), "a tuple must be"),
    (("a.txt", "text"), "a string is no file"),
    (None, "expected bytes"),
]


@pytest.mark.parametrize(("value", "text"), REFUSED)
def test_what_is_no_file(value: Any, text: str) -> None:
    """The message says what to give instead."""
    with pytest.raises(TypeError, match=text):
        prepared(request(UPLOAD, body={"file": value}))


def test_a_file_that_is_missing() -> None:
    """Before anything is sent."""
    with pytest.raises(TypeError, match="a file is missing"):
        prepared(request(UPLOAD, body={"purpose": "assistants"}))
    with pytest.raises(FileNotFoundError):
        sent(request(UPLOAD, body={"file": Path("no/such/file")}))


def test_files_given_by_path_are_closed(tmp_path: Path) -> None:
    """Open only while they are sent, even if that is not to the end."""
    path = tmp_path / "a"
    path.write_bytes(b"data")
    form = prepared(request(UPLOAD, body={"file": path})).form
    assert form is not None

    def file_of(body: MultipartBody) -> IO[bytes]:
        source = next(part.source for part in body.segments if isinstance(part, OpenedFile))
        assert isinstance(source, FileSource)
        return source.file

    with form.opened(bool) as (content, _):
        opened = file_of(content.body)
        next(iter(content))
        assert not opened.closed
    assert opened.closed

    async def asynchronously() -> IO[bytes]:
        async with form.opened_async() as (content, _):
            opened, pieces = file_of(content.body), aiter(content)
            await anext(pieces)
            assert not opened.closed
        with pytest.raises(StopAsyncIteration):
            await anext(pieces)
        return opened

    assert asyncio.run(asynchronously()).closed


def test_what_can_be_sent_twice() -> None:
    """A stream that was read is gone."""
    for value, replayable in ((b"x", True), (io.BytesIO(b"x"), True), (Pipe(b"x"), False)):
        made = prepared(request(UPLOAD, body={"file": value}))
        assert made.replayable
        with made.opened({}) as arguments:
            assert b"".join(arguments["content"])
        assert made.replayable is replayable
    assert prepared(request(CREATE)).replayable
