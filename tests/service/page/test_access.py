"""Who may see the page, and what of the service is as it was for everybody else."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.support.page.visitor import BROWSER, Visitor, visiting
from tests.support.service.api import Api
from tests.support.service.world import Clock

from openai_assistants_service import LocalService
from openai_assistants_service.http.page.access import LIFETIME

KEY = "sk-the-key-of-the-page"
NOT_THERE = {
    "error": {
        "message": "Invalid URL (GET /)",
        "type": "invalid_request_error",
        "param": None,
        "code": None,
    }
}


@pytest.fixture
def visitor(service: LocalService) -> Iterator[Visitor]:
    with visiting(service.url) as made:
        yield made


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guarded(clock: Clock) -> Iterator[LocalService]:
    with LocalService(api_key=KEY, clock=clock) as running:
        yield running


@pytest.fixture
def stranger(guarded: LocalService) -> Iterator[Visitor]:
    with visiting(guarded.url) as made:
        yield made


def thread_of(service: LocalService) -> str:
    with Api(service.base_url, {"api-key": KEY}) as api:
        return api.thread("a secret")


@pytest.mark.parametrize("accept", ["*/*", "application/json", "text/event-stream", ""])
def test_clients_of_the_api_see_no_page(service: LocalService, accept: str) -> None:
    response = httpx.get(service.url, headers={"accept": accept})
    assert (response.status_code, response.json()) == (404, NOT_THERE)
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/"), ("PUT", "/"), ("GET", "/page"), ("GET", "/threads"), ("GET", "/pages/x")],
)
def test_other_urls_are_as_wrong_as_they_were(
    service: LocalService, method: str, path: str
) -> None:
    response = httpx.request(method, service.url + path, headers=BROWSER)
    assert response.status_code == 404
    assert response.json()["error"]["message"] == f"Invalid URL ({method} {path})"


def test_with_a_key_clients_are_told_so(guarded: LocalService) -> None:
    response = httpx.get(guarded.url)
    assert (response.status_code, response.json()["error"]["code"]) == (401, "invalid_api_key")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/page/threads/{}", 200),
        ("/page/threads/{}/export", 200),
        ("/page/threads/nope", 404),
        ("/page/nope", 404),
        ("/page/static/page.css", 200),
        ("/page/static/nope", 404),
        ("/page/session", 405),
        ("/page/files/nope/content", 404),
        ("/page/search?q=a&after=nope", 404),
        ("/?after=nope", 404),
    ],
)
def test_every_answer_says_what_may_run(
    service: LocalService, visitor: Visitor, v2: Api, path: str, status: int
) -> None:
    response = visitor.http.get(path.replace("{}", v2.thread("Hello")))
    assert response.status_code == status
    policy = dict(
        part.split(" ", 1) for part in response.headers["content-security-policy"].split("; ")
    )
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert "unsafe" not in str(policy)
    assert response.headers["x-content-type-options"] == "nosniff"
    static = "/static/" in path
    assert response.headers["cache-control"] == ("no-cache" if static else "no-store")


def test_nothing_in_a_page_is_inline_or_from_elsewhere(visitor: Visitor, v2: Api) -> None:
    html = visitor.get(f"/page/threads/{v2.thread('Hello')}")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", html)
    sources = re.findall(r'(?:src|href|action)="([^"#]+)"', html)
    assert all(source.startswith("/") and not source.startswith("//") for source in sources)


@pytest.mark.parametrize(
    "headers", [{"host": "evil.example"}, {"origin": "https://evil.example"}, {"origin": "null"}]
)
def test_without_a_key_only_this_machine_sees_it(
    service: LocalService, headers: dict[str, str]
) -> None:
    response = httpx.get(service.url, headers={**BROWSER, **headers})
    assert response.status_code == 403
    assert (
        "is another origin" in response.text
        or "of this machine" in response.text
        or ("of another origin" in response.text)
    )


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_of_another_page_does_nothing(visitor: Visitor, v2: Api, token: str) -> None:
    thread = v2.thread("Hello")
    response = visitor.post(f"/page/threads/{thread}/messages", text="no", csrf_token=token)
    assert response.status_code == 403
    assert len(v2.get(f"/threads/{thread}/messages")["data"]) == 1


def test_a_token_is_good_for_its_session_only(
    service: LocalService, visitor: Visitor, v2: Api
) -> None:
    """Not for another, and not where the browser sent no cookie, as to a page of another site."""
    thread = v2.thread("Hello")
    with visiting(service.url) as other:
        token = other.token()
    path = f"/page/threads/{thread}/messages"
    visitor.token()
    assert visitor.post(path, text="no", csrf_token=token).status_code == 403
    fields = {"text": "no", "csrf_token": token}
    assert httpx.post(service.url + path, data=fields).status_code == 403
    assert visitor.post(path, text="yes").status_code == 303
    assert len(v2.get(f"/threads/{thread}/messages")["data"]) == 2


@pytest.mark.parametrize(
    "kind", ["application/json", "text/plain", "multipart/form-data; boundary=x"]
)
def test_only_forms_are_read(visitor: Visitor, kind: str) -> None:
    response = visitor.http.post("/page/threads", content=b"x", headers={"content-type": kind})
    assert response.status_code == 400


def test_a_form_is_not_too_large(visitor: Visitor) -> None:
    response = visitor.post("/page/threads", text="x" * 11_000_000)
    assert response.status_code == 413


@pytest.mark.parametrize("path", ["/", "/page/threads/{}", "/page/threads/{}/export", "/page/nope"])
def test_a_key_is_asked_for(guarded: LocalService, stranger: Visitor, path: str) -> None:
    html = stranger.get(path.replace("{}", thread_of(guarded)), status=401)
    assert "API key" in html
    assert "a secret" not in html


def test_the_key_opens_every_page_once_it_was_given(
    guarded: LocalService, stranger: Visitor
) -> None:
    thread = thread_of(guarded)
    before = stranger.token(status=401)
    answered = stranger.log_in(KEY, f"/page/threads/{thread}")
    assert answered.status_code == 303
    assert answered.headers["location"] == f"/page/threads/{thread}"
    html = stranger.get(answered.headers["location"])
    assert "a secret" in html
    assert KEY not in html
    assert stranger.token() != before


def test_the_cookie_is_not_the_key_and_stays_with_the_page(
    guarded: LocalService, stranger: Visitor
) -> None:
    header = stranger.log_in(KEY).headers["set-cookie"]
    pair, *attributes = header.split("; ")
    name, _, value = pair.partition("=")
    assert name == f"assistants-session-{guarded.url.rpartition(':')[2]}"
    assert KEY not in header
    assert len(value) >= 32
    assert {"HttpOnly", "SameSite=strict", "Path=/", f"Max-Age={LIFETIME}"} <= set(attributes)
    api = stranger.http.get("/v1/assistants")
    assert api.status_code == 401


def test_the_cookie_is_for_tls_only_behind_it(guarded: LocalService) -> None:
    with visiting(guarded.url) as behind:
        behind.http.headers["x-forwarded-proto"] = "https"
        header = behind.http.get("/").headers["set-cookie"]
    assert "Secure" in header.split("; ")


def test_a_wrong_key_opens_nothing(guarded: LocalService, stranger: Visitor) -> None:
    thread = thread_of(guarded)
    for wrong in ("", "sk-wrong", KEY + "x"):
        answered = stranger.log_in(wrong)
        assert answered.status_code == 401
        assert "not the key" in answered.text
    stranger.get(f"/page/threads/{thread}", status=401)


def test_a_session_from_before_the_key_is_good_for_nothing(
    guarded: LocalService, stranger: Visitor
) -> None:
    """Else who could plant a cookie would be let in together with its owner."""
    stranger.get("/", status=401)
    planted = dict(stranger.http.cookies)
    stranger.log_in(KEY)
    with visiting(guarded.url) as other:
        other.http.cookies.update(planted)
        other.get("/", status=401)
        other.http.cookies.update(dict.fromkeys(planted, "made-up"))
        other.get("/", status=401)


def test_logging_out_ends_the_session_everywhere(stranger: Visitor) -> None:
    stranger.log_in(KEY)
    kept = dict(stranger.http.cookies)
    assert stranger.post("/page/session/end").status_code == 303
    stranger.http.cookies.update(kept)
    stranger.get("/", status=401)


def test_a_session_ends_in_time(stranger: Visitor, clock: Clock) -> None:
    stranger.log_in(KEY)
    clock.now += LIFETIME - 1
    stranger.get("/")
    clock.now += 1
    stranger.get("/", status=401)


@pytest.mark.parametrize(
    "then", ["//evil.example", "https://evil.example", "/v1/files", "\\\\evil"]
)
def test_one_gets_to_no_other_site(stranger: Visitor, then: str) -> None:
    assert stranger.log_in(KEY, then).headers["location"] == "/"


def test_the_key_is_in_no_log(
    guarded: LocalService, stranger: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG"):
        stranger.log_in(KEY)
        stranger.log_in(KEY + "x")
    logged = [record.getMessage() for record in caplog.records if "httpx" not in record.name]
    assert KEY not in "".join(logged)


def test_a_failure_says_nothing_of_its_cause(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from openai_assistants_service.storage import overview

    async def broken(*_: object) -> None:
        raise RuntimeError("hidden cause")

    monkeypatch.setattr(overview, "first_messages", broken)
    html = visitor.get("/", status=500)
    assert "hidden cause" not in html
    assert "hidden cause" in caplog.text


def test_the_files_of_the_page_have_their_licences() -> None:
    import openai_assistants_service.http.page as package

    folder = Path(package.__path__[0]) / "static"
    for name in ("htmx", "htmx-ext-sse"):
        licence = (folder / f"{name}.LICENSE.txt").read_text(encoding="utf-8")
        assert re.search(r"zero[- ]clause", licence, re.IGNORECASE)
        assert (folder / f"{name}.min.js").is_file()
