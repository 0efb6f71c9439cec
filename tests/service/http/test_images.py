"""Images of messages: a URL has to be one, a file has to be there and to be an image."""

from typing import Any

import pytest
from tests.support.service.api import Api

PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)
IMAGES = {
    "a.png": PNG,
    "a.jpg": b"\xff\xd8\xff\xe0" + bytes(16),
    "a.gif": b"GIF89a" + bytes(16),
    "a.webp": b"RIFF\x10\x00\x00\x00WEBPVP8 " + bytes(16),
}
URLS = [
    "",
    "a.png",
    "/a.png",
    "//example.com/a.png",
    "data:image/png;base64,aGVsbG8=",
    "file:///etc/passwd",
    "ftp://example.com/a.png",
    "http:",
    "http://",
    "https:///a.png",
    "http://:80/",
    "http://[::1/a.png",
    "http://example.com:port/",
    "http://example.com:99999/",
    "http://example.com/a b.png",
    "http://example.com/\n",
]


def by_url(url: str) -> dict[str, Any]:
    return {"type": "image_url", "image_url": {"url": url}}


def by_file(file_id: str) -> dict[str, Any]:
    return {"type": "image_file", "image_file": {"file_id": file_id}}


def places(v2: Api, part: dict[str, Any]) -> list[tuple[str, dict[str, Any], str]]:
    """Return the requests that may bring a message: path, body, and where the part is in it."""
    message = {"role": "user", "content": [{"type": "text", "text": "Look:"}, part]}
    assistant = v2.post("/assistants", model="m")["id"]
    run = {"assistant_id": assistant}
    thread = f"/threads/{v2.thread('Hello')}"
    return [
        ("/threads", {"messages": [message]}, "messages[0].content[1]"),
        (f"{thread}/messages", message, "content[1]"),
        (
            f"{thread}/runs",
            {**run, "additional_messages": [message]},
            "additional_messages[0].content[1]",
        ),
        (
            "/threads/runs",
            {**run, "thread": {"messages": [message]}},
            "thread.messages[0].content[1]",
        ),
    ]


@pytest.mark.parametrize("url", URLS)
def test_a_url_that_is_none_is_refused(v2: Api, url: str) -> None:
    for path, body, place in places(v2, by_url(url)):
        param = f"{place}.image_url.url"
        message = (
            f"Invalid '{param}'. Expected a valid URL, but got a value with an invalid format."
        )
        status, error = v2.refused("POST", path, json=body)
        assert (status, error["message"]) == (400, message)
        assert (error["param"], error["code"]) == (param, "invalid_value")


@pytest.mark.parametrize(
    "url", ["https://example.com/a.png", "HTTP://localhost:80", "http://[::1]:8/?a=b#c"]
)
def test_a_url_is_kept_as_sent(v2: Api, url: str) -> None:
    for path, body, _ in places(v2, by_url(url))[:2]:
        v2.post(path, **body)
    path, body, _ = places(v2, by_url(url))[1]
    assert v2.post(path, **body)["content"][1]["image_url"]["url"] == url


def test_a_file_that_is_no_image_is_refused(v2: Api) -> None:
    deleted = v2.upload("a.png", PNG)["id"]
    v2.delete(f"/files/{deleted}")
    text = v2.upload("a.png", b"The sky is green.")["id"]
    absent = "no file was found with this id."
    wrong = "the file is not an image. Supported formats are PNG, JPEG, GIF and WebP."
    for file_id, reason in (
        (deleted, absent),
        ("file-nope", absent),
        ("../x", absent),
        (text, wrong),
    ):
        for path, body, place in places(v2, by_file(file_id)):
            param = f"{place}.image_file.file_id"
            status, error = v2.refused("POST", path, json=body)
            assert (status, error["message"]) == (400, f"Invalid '{param}': {reason}")
            assert (error["param"], error["code"]) == (param, "invalid_value")


@pytest.mark.parametrize("name", IMAGES)
def test_a_file_that_is_an_image_is_taken(v2: Api, name: str) -> None:
    part = by_file(v2.upload(name, IMAGES[name], "vision")["id"])
    for path, body, _ in places(v2, part):
        v2.post(path, **body)
