"""Uploads as clients really write them, and as no client should."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.service.api import Api

from openai_assistants_service import LocalService

BOUNDARY = "b0undary"
TYPE = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}


def part(disposition: bytes, content: bytes) -> bytes:
    head = b"--%b\r\nContent-Disposition: form-data; %b" % (BOUNDARY.encode(), disposition)
    return head + b"\r\n\r\n" + content + b"\r\n"


def form(*parts: bytes) -> bytes:
    return b"".join(parts) + b"--%b--\r\n" % BOUNDARY.encode()


PURPOSE = part(b'name="purpose"', b"assistants")


def upload(api: Api, disposition: bytes, *others: bytes) -> dict[str, Any]:
    body = form(PURPOSE, *others, part(b'name="file"; ' + disposition, b"text"))
    response = api.send("POST", "/files", content=body, headers=TYPE)
    assert response.status_code == 200, response.text
    return dict(response.json())


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (b'filename="plain.txt"', "plain.txt"),
        (b"filename=token.txt", "token.txt"),
        ('filename="中文 é.txt"'.encode(), "中文 é.txt"),
        (b'filename="caf\xe9.txt"', "café.txt"),
        (b"filename*=UTF-8''na%C3%AFve%20%22x%22.txt", 'naïve "x".txt'),
        (b"filename*=iso-8859-1'en'caf%E9.txt", "café.txt"),
        (b"filename=\"x.txt\"; filename*=utf-8''%E2%82%AC.txt", "€.txt"),
        (b"filename*=utf-8''%E2%82%AC.txt; filename=\"x.txt\"", "€.txt"),
        (b"filename=\"x.txt\"; filename*=utf-8''%FF.txt", "x.txt"),
        (b"filename=\"x.txt\"; filename*=utf-42''y.txt", "x.txt"),
        (b'filename="=?utf-8?B?5Lit5paHLnR4dA==?="', "中文.txt"),
        (b'filename="=?UTF-8?Q?caf=C3=A9=2Etxt?="', "café.txt"),
        (b'filename="=?utf-8?B?5Lit?= =?utf-8?B?5paH?="', "中文"),
        (b'filename="=?nope?B?5Lit?="', "=?nope?B?5Lit?="),
        (b'filename="a%22b%0d%0Ac.txt"', 'a"b\r\nc.txt'),
        (b'filename="100%25 %20.txt"', "100%25 %20.txt"),
        (b'filename="a\\"b\\\\c.txt"', 'a"b\\c.txt'),
        (b'filename="C:\\dir\\a.txt"', "C:\\dir\\a.txt"),
        (b'filename="a;b=c.txt"', "a;b=c.txt"),
        (b'filename="../../etc/passwd"', "../../etc/passwd"),
        (b'filename=""', "file"),
    ],
)
def test_names_as_clients_send_them(v2: Api, disposition: bytes, name: str) -> None:
    made = upload(v2, disposition)
    assert made["filename"] == name
    assert v2.get(f"/files/{made['id']}")["filename"] == name
    content = v2.send("GET", f"/files/{made['id']}/content")
    assert (content.content, content.status_code) == (b"text", 200)


def test_a_file_part_without_a_file_name(v2: Api) -> None:
    """The bytes and the name may come as fields; a name of the part itself counts first."""
    named = part(b'name="filename"', "中文.txt".encode())
    assert upload(v2, b"")["filename"] == "file"
    assert upload(v2, b"", named)["filename"] == "中文.txt"
    assert upload(v2, b'filename="own.txt"', named)["filename"] == "own.txt"
    binary = form(PURPOSE, part(b'name="file"', bytes(range(256)) * 300))
    made = v2.send("POST", "/files", content=binary, headers=TYPE).json()
    assert v2.send("GET", f"/files/{made['id']}/content").content == bytes(range(256)) * 300


FILE = part(b'name="file"; filename="a.txt"', b"text")
ANCHOR = part(b'name="expires_after[anchor]"', b"created_at")


def seconds(text: bytes) -> bytes:
    return part(b'name="expires_after[seconds]"', text)


@pytest.mark.parametrize(
    ("parts", "param", "code"),
    [
        ([PURPOSE, FILE, ANCHOR, seconds(b"9" * 5000)], "expires_after.seconds", "invalid_type"),
        (
            [PURPOSE, FILE, ANCHOR, seconds("٣٦٠٠".encode())],
            "expires_after.seconds",
            "invalid_type",
        ),
        (
            [PURPOSE, FILE, part(b'name="expires_after"', b"1"), ANCHOR],
            "expires_after[anchor]",
            "duplicate_parameter",
        ),
        (
            [PURPOSE, FILE, ANCHOR, part(b'name="expires_after"', b"1")],
            "expires_after",
            "duplicate_parameter",
        ),
        ([PURPOSE, FILE, part(b'name="purpose[x]"', b"1")], "purpose[x]", "duplicate_parameter"),
        ([FILE, part(b'name="purpose[x]"', b"1")], "purpose", "invalid_type"),
        ([PURPOSE, PURPOSE, FILE], "purpose", "duplicate_parameter"),
        ([PURPOSE, FILE, FILE], "file", "duplicate_parameter"),
        ([PURPOSE, FILE, part(b'name="file[x]"', b"1")], "file", "duplicate_parameter"),
        ([PURPOSE, FILE, part(b'name="file[x', b"1")], None, "invalid_multipart"),
        ([PURPOSE, FILE, part(b'name="other"', b"\xed\xa0\x80")], None, "invalid_multipart"),
        ([PURPOSE, part(b'name="file"; filename="\xed\xa0\x80"', b"a")], None, "invalid_multipart"),
        ([PURPOSE, FILE, part(b'name="x"', b"1" * 70_000)], None, "invalid_multipart"),
        ([PURPOSE, FILE, *[part(b'name="x"', b"1")] * 200], None, "invalid_multipart"),
    ],
    ids=lambda one: None if isinstance(one, list) else str(one),
)
def test_bad_forms(v2: Api, parts: list[bytes], param: str | None, code: str) -> None:
    status, error = v2.refused("POST", "/files", content=form(*parts), headers=TYPE)
    assert (status, error["param"], error["code"]) == (400, param, code)


def test_a_form_that_ends_too_early_is_refused(v2: Api) -> None:
    whole = form(PURPOSE, FILE)
    status, error = v2.refused("POST", "/files", content=whole[:-6], headers=TYPE)
    assert (status, error["code"]) == (400, "invalid_multipart")


NAMES = ["purpose", "file", "filename", "expires_after", "expires_after[anchor]", "x"]
NAMES += ["expires_after[seconds]", "purpose[x]", "file[x]", "[x]", "x[", "expires_after[]"]
VALUES = [b"assistants", b"created_at", b"3600", b"9" * 5000, b"", b"\xff", b"\xed\xa0\x80", b"{}"]
DISPOSITIONS = st.builds(
    lambda name, more: b'name="%b"%b' % (name, more),
    st.sampled_from([name.encode() for name in NAMES]) | st.binary(max_size=8),
    st.sampled_from([b"", b'; filename="a"', b"; filename*=utf-8''%FF", b"; filename"])
    | st.binary(max_size=8),
)
PARTS = st.builds(part, DISPOSITIONS, st.sampled_from(VALUES) | st.binary(max_size=20))


@given(parts=st.lists(PARTS, max_size=5), valid=st.booleans(), cut=st.integers(0, 200))
def test_no_form_breaks_the_service(
    service: LocalService, v2: Api, parts: list[bytes], valid: bool, cut: int
) -> None:
    body = form(*parts, *([PURPOSE, FILE] if valid else []))
    body = body[: len(body) - cut] if cut > 150 else body
    response = v2.send("POST", "/files", content=body, headers=TYPE)
    assert response.status_code in (200, 400), response.text


@given(body=st.binary(max_size=200))
def test_no_bytes_break_the_service(service: LocalService, v2: Api, body: bytes) -> None:
    for path in ("/files", "/assistants"):
        assert v2.send("POST", path, content=body, headers=TYPE).status_code in (400, 413, 415)
        json = {"content-type": "application/json"}
        assert v2.send("POST", path, content=body, headers=json).status_code in (400, 415)


@pytest.mark.parametrize(
    "body",
    [
        b'{"model": "m", "name": "\xed\xa0\x80"}',
        b'{"\xed\xa0\x80": "m"}',
        b'{"model": "m", "name": "\\ud800"}',
        b'{"model": "m", "metadata": {"\\udc00": ""}}',
        b'{"model": "\xff"}',
    ],
)
def test_half_of_a_surrogate_pair_is_refused(v2: Api, body: bytes) -> None:
    status, error = v2.refused("POST", "/assistants", content=body)
    assert (status, error["code"]) == (400, "invalid_json")


@pytest.mark.parametrize("depth", [99, 196, 197, 300, 900, 950, 980, 1000, 5000])
def test_deep_nesting_is_refused_or_kept(v2: Api, depth: int) -> None:
    nested = b'{"a":' * depth + b"1" + b"}" * depth
    function = b'{"name": "f", "parameters": ' + nested + b"}"
    body = b'{"model": "m", "tools": [{"type": "function", "function": ' + function + b"}]}"
    status = v2.send("POST", "/assistants", content=body).status_code
    assert status == (200 if depth <= 196 else 400)
