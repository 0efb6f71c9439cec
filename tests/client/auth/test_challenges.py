"""What is read out of WWW-Authenticate."""

import json
from base64 import b64encode, urlsafe_b64encode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from openai_assistants._auth.www_authenticate import challenges, requested_claims

CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1726077595"}}}'
ENCODED = b64encode(CLAIMS.encode()).decode()
ENTRA = 'realm="", authorization_uri="https://login.example/common/oauth2/authorize"'


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("", []),
        (" , ,", []),
        ("Negotiate", [("negotiate", {})]),
        ("Basic, Bearer", [("basic", {}), ("bearer", {})]),
        ('Basic realm="a, b=c"', [("basic", {"realm": "a, b=c"})]),
        ('Basic realm = "x" , charset=UTF-8', [("basic", {"realm": "x", "charset": "UTF-8"})]),
        (
            r'Digest realm="say \"hi\" \\", Bearer error="e"',
            [("digest", {"realm": 'say "hi" \\'}), ("bearer", {"error": "e"})],
        ),
        (
            "Bearer authorization_uri=https://a.example/x resource_id=https://b.example",
            [
                (
                    "bearer",
                    {
                        "authorization_uri": "https://a.example/x",
                        "resource_id": "https://b.example",
                    },
                )
            ],
        ),
        ('realm="of no scheme", Bearer a=1, A=2', [("bearer", {"a": "1"})]),
    ],
)
def test_challenges(header: str, found: object) -> None:
    """Several in one header, quoted commas and quotes, blanks in place of commas, nonsense."""
    assert challenges(header) == found


token = st.text("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)
value = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20)
challenge = st.tuples(token, st.dictionaries(token, value, max_size=4))


@given(st.lists(challenge, max_size=4), st.sampled_from([", ", ",", " ,\t", " "]))
def test_what_is_written_is_read(written: list[tuple[str, dict[str, str]]], comma: str) -> None:
    """Whatever the schemes, names and values are."""
    fields = [
        comma.join(f"{name}={quoted(value)}" for name, value in fields.items())
        for _, fields in written
    ]
    header = ", ".join(
        f"{scheme.title()} {text}" for (scheme, _), text in zip(written, fields, strict=True)
    )
    assert challenges(header) == written


def quoted(value: str) -> str:
    """As a quoted-string."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@given(st.text() | st.text('Bearer error="insufficient_claims", claims=\\ab,'))
@example(f'Bearer error="insufficient_claims", claims="{b64encode(b"[" * 99_999).decode()}"')
@example('="' * 5_000)
@example('a="\\' * 5_000)
def test_nonsense_is_no_challenge(header: str) -> None:
    """And never an error."""
    assert requested_claims(header) is None


@pytest.mark.parametrize(
    "header",
    [
        f'Bearer {ENTRA}, error="insufficient_claims", claims="{ENCODED}"',
        f'Bearer claims="{ENCODED}", error="insufficient_claims"',
        f"bearer ERROR=insufficient_claims,claims={ENCODED}",
        f'Bearer {ENTRA}, error="insufficient_claims", claims="{ENCODED.rstrip("=")}"',
        f'Basic realm="a, error=x", Bearer error="insufficient_claims", claims="{ENCODED}"',
        f'Bearer realm="r", Bearer error="insufficient_claims", claims="{ENCODED}", Negotiate',
        f'Bearer {ENTRA} error="insufficient_claims" claims="{ENCODED}"',
    ],
)
def test_claims_are_found(header: str) -> None:
    """In any order and spelling, among other challenges."""
    assert requested_claims(header) == CLAIMS


@pytest.mark.parametrize("encode", [b64encode, urlsafe_b64encode])
def test_both_alphabets_of_base64(encode: object) -> None:
    """The claims may have any characters."""
    claims = json.dumps({"k": "??>>~~ü"}, ensure_ascii=False)
    encoded = encode(claims.encode()).decode()  # type: ignore[operator]
    assert set("+/-_") & set(encoded)
    header = f'Bearer error="insufficient_claims", claims="{encoded}"'
    assert requested_claims(header) == claims


@pytest.mark.parametrize(
    "header",
    [
        None,
        f'Bearer error="invalid_token", claims="{ENCODED}"',
        'Bearer error="insufficient_claims"',
        'Bearer error="insufficient_claims", claims=""',
        'Bearer error="insufficient_claims", claims="%%%"',
        'Bearer error="insufficient_claims", claims="/////w=="',
        f'Bearer error="insufficient_claims", claims="{b64encode(b"text").decode()}"',
        f'Bearer error="insufficient_claims", claims="{b64encode(b"[1]").decode()}"',
        f'Bearer error="insufficient_claims", claims="{ENCODED}',
        f'PoP error="insufficient_claims", claims="{ENCODED}"',
        f'Bearer error="insufficient_claims", Basic claims="{ENCODED}"',
    ],
)
def test_claims_that_are_none(header: str | None) -> None:
    """Another error, another scheme, or nothing that can be read."""
    assert requested_claims(header) is None
