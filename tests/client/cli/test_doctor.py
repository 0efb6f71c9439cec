"""`doctor`: what it says, and that it never says a secret."""

import json

import pytest
from tests.support.client.command_line import CommandLine

import openai_assistants
from openai_assistants_service import LocalService

SECRETS = {
    "AZURE_OPENAI_AD_TOKEN": "secret-of-the-token",
    "AZURE_OPENAI_API_KEY": "secret-of-azure",
    "AZURE_OPENAI_KEY": "secret-of-long-ago",
    "OPENAI_API_KEY": "secret-of-openai",
    "HTTP_PROXY": "http://me:secret-of-the-proxy@127.0.0.1:1",
    "NO_PROXY": "127.0.0.1",
}


def facts(out: str) -> dict[str, str]:
    return dict(line.split("\t", 1) for line in out.splitlines())


def test_all_is_well(cli: CommandLine, service: LocalService) -> None:
    done = cli("doctor")
    assert (done.code, done.err) == (0, "")
    found = facts(done.out)
    assert found["endpoint"] == f"{service.base_url} (OpenAIEndpoint, assistants=v2)"
    assert found["endpoint from"] == "OPENAI_BASE_URL"
    assert found["credential"] == "OpenAIKeyCredential, a key"
    assert found["credential from"] == "OPENAI_API_KEY"
    assert found["reachable"].startswith("yes, in ")
    assert found["openai-assistants"] == openai_assistants.__version__
    assert {"python", "httpx", "msgspec", "rich", "typer", "azure-identity"} <= found.keys()
    assert json.loads(cli("doctor", "--json").out).keys() == found.keys()


def test_it_says_no_secret(bare: CommandLine, service: LocalService) -> None:
    urls = {"AZURE_OPENAI_ENDPOINT": service.url, "OPENAI_BASE_URL": service.base_url}
    for variables in (SECRETS, {**SECRETS, "HTTPS_PROXY": "::secret::"}):
        told = bare.with_environ(**variables, **urls)
        for command in (["doctor"], ["doctor", "--json"], ["doctor", "--endpoint", service.url]):
            done = told(*command)
            assert "secret" not in done.out + done.err
        with told.terminal("doctor") as terminal:
            shown = terminal.end().out
        assert "secret" not in shown
        assert "AZURE_OPENAI_AD_TOKEN" in shown


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ([], 3, "Neither AZURE_OPENAI_ENDPOINT"),
        (["--endpoint", "http://127.0.0.1:1/v1"], 5, "no: Connection error"),
        (["--endpoint", "{url}/nowhere"], 4, "does not serve the API at this URL"),
        (["--endpoint", "http://elsewhere.example/v1", "--key-from", "env:PATH"], 3, "plain http"),
        (["--endpoint", "{url}/openai/v1", "--key-from", "env:MINE"], 0, "yes, in"),
    ],
    ids=["nothing", "no service", "another service", "no encryption", "versionless Azure"],
)
def test_what_is_wrong(
    bare: CommandLine, service: LocalService, options: list[str], code: int, said: str
) -> None:
    words = [word.format(url=service.url) for word in options]
    done = bare.with_environ(MINE="key")("doctor", *words)
    assert done.code == code
    assert said in done.out
    assert facts(done.out)["openai-assistants"], "versions are told all the same"
