"""Who may use the service: by Host and Origin, by key, and for how long without a request."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from tests.support.service.api import Api
from tests.support.service.processes import COMMAND, Start

from openai_assistants_service import LocalService
from openai_assistants_service.http import connections

FOREIGN = ["evil.example", "localhost.evil.example", "192.0.2.1", "", "[::1", "127.0.0.1.nip.io"]
OWN = ["127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]:8080", "a.localhost", "127.0.0.2"]


@pytest.mark.parametrize("host", FOREIGN)
def test_a_name_that_is_not_of_this_machine_is_refused(v2: Api, host: str) -> None:
    """As a page does whose name was rebound to this machine."""
    status, error = v2.refused("GET", "/assistants", headers={"Host": host})
    assert (status, error["code"]) == (403, "forbidden_origin")


@pytest.mark.parametrize("host", OWN)
def test_a_name_of_this_machine_is_taken(v2: Api, host: str) -> None:
    assert v2.send("GET", "/assistants", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["null", "https://evil.example", "http://localhost:1", "http://127.0.0.1", "file://"]
)
def test_a_page_of_another_origin_is_refused(v2: Api, origin: str) -> None:
    for method, path in (("GET", "/assistants"), ("POST", "/threads"), ("OPTIONS", "/threads")):
        status, error = v2.refused(method, path, headers={"Origin": origin})
        assert (status, error["code"]) == (403, "forbidden_origin")


def test_a_page_of_the_service_itself_is_taken(service: LocalService, v2: Api) -> None:
    assert v2.send("POST", "/threads", headers={"Origin": service.url}).status_code == 200


def test_a_key_takes_the_place_of_both() -> None:
    headers = {"Host": "service.example", "Origin": "https://app.example", "api-key": "secret"}
    with LocalService(api_key="secret") as service:
        response = httpx.get(f"{service.base_url}/assistants", headers=headers)
    assert response.status_code == 200


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "text/json",
        "",
    ],
)
def test_only_json_is_read_as_json(v2: Api, kind: str) -> None:
    content, headers = b'{"model": "m"}', {"Content-Type": kind}
    status, error = v2.refused("POST", "/assistants", content=content, headers=headers)
    assert (status, error["code"]) == (400, "invalid_content_type")
    assert v2.send("POST", "/threads", content=b"", headers=headers).status_code == 200


@pytest.mark.parametrize("kind", ["application/json", "Application/JSON; charset=utf-8"])
def test_json_is_read_however_it_is_called(v2: Api, kind: str) -> None:
    headers = {"Content-Type": kind}
    response = v2.send("POST", "/assistants", content=b'{"model": "m"}', headers=headers)
    assert response.status_code == 200


def status(url: str, key: str) -> int:
    return httpx.get(f"{url}/v1/assistants", headers={"api-key": key}).status_code


def test_a_key_from_a_file(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("from-file\n")
    _, url = start(tmp_path / "s.db", "--api-key-file", str(file))
    assert (status(url, "from-file"), status(url, "other")) == (200, 401)


def test_a_key_from_a_variable(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An option counts before the variable."""
    monkeypatch.setenv("ASSISTANTS_API_KEY", "from-variable")
    process, url = start(tmp_path / "s.db")
    assert (status(url, "from-variable"), status(url, "other")) == (200, 401)
    assert "from-variable" not in Path(f"/proc/{process.pid}/cmdline").read_text()
    _, url = start(tmp_path / "t.db", "--api-key", "option")
    assert (status(url, "option"), status(url, "from-variable")) == (200, 401)


@pytest.mark.parametrize(
    ("options", "variable", "message"),
    [
        (["--api-key", ""], None, "the key is empty"),
        ([], "", "the key is empty"),
        (["--api-key-file", "{}/empty"], None, "the key is empty"),
        (["--api-key-file", "{}/nope"], None, "No such file or directory"),
        (["--api-key-file", "{}/binary"], None, "argument --api-key-file: "),
        (["--api-key-file", "{}/empty", "--api-key", "a"], None, "not allowed with argument"),
    ],
)
def test_no_key_in_place_of_one(
    tmp_path: Path, options: list[str], variable: str | None, message: str
) -> None:
    (tmp_path / "empty").write_text("\n")
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    given = [option.replace("{}", str(tmp_path)) for option in options]
    env = dict(os.environ) if variable is None else {**os.environ, "ASSISTANTS_API_KEY": variable}
    command = [*COMMAND, "--database", str(tmp_path / "s.db"), "--port", "0", *given]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False, env=env)
    assert done.returncode == 2
    assert message in done.stderr.splitlines()[-1]


def connect(url: str, sent: bytes = b"") -> socket.socket:
    parts = urlsplit(url)
    assert parts.hostname is not None
    connection = socket.create_connection((parts.hostname, parts.port or 80), timeout=10)
    connection.sendall(sent)
    return connection


HEAD = b"GET /v1/assistants HTTP/1.1\r\nHost: localhost\r\n"


def is_closed(connection: socket.socket) -> bool:
    try:
        return connection.recv(1000) == b""
    except ConnectionResetError:
        return True


def test_a_connection_without_a_request_is_closed(
    service: LocalService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that sends nothing, or part of a head; one that sends a request in time stays."""
    assert connections.FIRST_REQUEST == 30
    with httpx.Client(base_url=service.base_url) as used:
        stream = used.get("/assistants").extensions["network_stream"]
        with connect(service.url) as silent, connect(service.url, HEAD) as slow:
            monkeypatch.setattr(connections, "FIRST_REQUEST", 0.5)
            start = time.monotonic()
            assert is_closed(silent)
            assert is_closed(slow)
            assert time.monotonic() - start < 10
        response = used.get("/assistants")
        assert response.status_code == 200
        assert response.extensions["network_stream"] is stream


def test_a_stop_with_open_connections_is_quiet(start: Start, tmp_path: Path) -> None:
    process, url = start(tmp_path / "s.db")
    post = b"POST /v1/%b HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
    form = b"Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\nContent-Disposition: form-"
    sent = [b"", HEAD, post % b"threads" + b'\r\n{"messages"', post % b"files" + form]
    open_ = [connect(url, one) for one in sent]
    used = connect(url, HEAD + b"\r\n")
    assert used.recv(10_000).startswith(b"HTTP/1.1 200")
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")
    for connection in [*open_, used]:
        connection.close()
