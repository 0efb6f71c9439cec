"""The proxy that the environment names, and the hosts that are asked without it."""

import pytest

from openai_assistants import AssistantsClient, AsyncAssistantsClient, CompatibleEndpoint
from openai_assistants._http.proxies import environment_proxy

PROXY = "http://proxy.example:3128"
VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.mark.parametrize(
    ("no_proxy", "url", "direct"),
    [
        ("", "http://[::1]:8080", False),
        ("[::1]", "http://[::1]:8080", True),
        ("::1", "http://[::1]", True),
        ("0:0:0:0:0:0:0:1", "http://[::1]", True),
        ("[::1]:8080", "http://[::1]:8080", True),
        ("[::1]:8080", "http://[::1]:9090", False),
        ("fe80::/10", "http://[fe80::1]", True),
        ("fe80::/10", "http://[2001:db8::1]", False),
        ("[fe80::]/10", "http://[febf::2]", True),
        ("10.0.0.0/8", "http://10.20.30.40", True),
        ("10.0.0.0/8", "http://11.20.30.40", False),
        ("10.0.0.0/8", "http://ten.example", False),
        ("127.0.0.1", "http://127.0.0.1:8080", True),
        ("127.0.0.1:8080", "http://127.0.0.1", False),
        ("a.example,\n b.example\r\nlocalhost", "http://b.example", True),
        ("a.example\nlocalhost\n", "http://localhost:8080", True),
        ("a.example b.example", "http://a.example", True),
        ("example.com", "https://EXAMPLE.com", True),
        ("example.com", "https://a.example.com", True),
        ("example.com", "https://wwwexample.com", False),
        (".example.com", "https://a.example.com", True),
        (".example.com", "https://example.com", False),
        ("*.example.com", "https://a.example.com", True),
        ("example.com:443", "https://example.com", True),
        ("example.com:443", "http://example.com", False),
        ("https://example.com", "https://example.com", True),
        ("https://example.com", "http://example.com", False),
        ("all://example.com", "http://example.com", True),
        ("nothing.example, *", "http://example.com", True),
        ("[", "http://example.com", False),
        (",, ,\n", "http://example.com", False),
    ],
)
def test_hosts_that_are_asked_without_it(
    no_proxy: str, url: str, direct: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", PROXY)
    monkeypatch.setenv("NO_PROXY", no_proxy)
    proxy = environment_proxy(url)
    assert (proxy is None) is direct
    assert proxy is None or str(proxy.url) == PROXY
    AssistantsClient(CompatibleEndpoint(url)).close()
    AsyncAssistantsClient(CompatibleEndpoint(url))


@pytest.mark.parametrize(
    ("variables", "url", "proxy"),
    [
        ({}, "https://a.example", None),
        ({"HTTPS_PROXY": PROXY}, "https://a.example", PROXY),
        ({"HTTPS_PROXY": PROXY}, "http://a.example", None),
        ({"HTTPS_PROXY": "", "ALL_PROXY": PROXY}, "https://a.example", PROXY),
        ({"http_proxy": PROXY, "all_proxy": "http://other"}, "http://a.example", PROXY),
        ({"https_proxy": "proxy.example:3128"}, "https://a.example", PROXY),
    ],
)
def test_which_variable_has_the_proxy(
    variables: dict[str, str], url: str, proxy: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    chosen = environment_proxy(url)
    assert (None if chosen is None else str(chosen.url)) == proxy


@pytest.mark.parametrize(
    "proxy", ["http://user:secret@a.example:port", "ftp://user:secret@proxy.example"]
)
@pytest.mark.parametrize("make", [AssistantsClient, AsyncAssistantsClient])
def test_a_proxy_that_is_none_names_its_variable(
    make: type[AssistantsClient | AsyncAssistantsClient],
    proxy: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(ValueError, match=r"HTTPS_PROXY \(or https_proxy\) must be the URL") as got:
        make(CompatibleEndpoint("https://a.example"))
    assert "secret" not in str(got.value)
