"""Which endpoint and credential a command uses, and what it says where there is none."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.support.client.command_line import CommandLine

from openai_assistants import (
    AssistantsClient,
    AzureOpenAIEndpoint,
    AzureOpenAIV1Endpoint,
    CompatibleEndpoint,
    Endpoint,
    FoundryEndpoint,
    OpenAIEndpoint,
)
from openai_assistants.cli.connection import ConnectionOptions, Provider, choose
from openai_assistants.cli.exit_codes import NotConfigured
from openai_assistants_service import LocalService

LOCAL = "http://127.0.0.1:8080"
AZURE = "https://res.openai.azure.com"
PROJECT = "https://res.services.ai.azure.com/api/projects/p"
O = {"OPENAI_API_KEY": "openai-key"}  # noqa: E741
A = {"AZURE_OPENAI_ENDPOINT": AZURE, "AZURE_OPENAI_API_KEY": "azure-key"}

CASES: list[tuple[dict[str, Any], Mapping[str, str], Endpoint, str | None, str | None, str | None]]
CASES = [
    ({}, O, OpenAIEndpoint(), None, "openai-key", "OPENAI_API_KEY"),
    (
        {},
        A,
        AzureOpenAIEndpoint(AZURE),
        "AZURE_OPENAI_ENDPOINT",
        "azure-key",
        "AZURE_OPENAI_API_KEY",
    ),
    (
        {},
        {**O, "OPENAI_BASE_URL": f"{LOCAL}/v1"},
        OpenAIEndpoint(f"{LOCAL}/v1"),
        "OPENAI_BASE_URL",
        "openai-key",
        "OPENAI_API_KEY",
    ),
    # A server that is nobody's we know is sent no key of the environment.
    (
        {"endpoint": f"{LOCAL}/v1"},
        {**O, **A},
        CompatibleEndpoint(f"{LOCAL}/v1"),
        "--endpoint",
        None,
        None,
    ),
    (
        {"endpoint": f"{LOCAL}/v1", "key_from": "env:MINE"},
        {**O, "MINE": " my-secret\n"},
        CompatibleEndpoint(f"{LOCAL}/v1"),
        "--endpoint",
        "my-secret",
        "--key-from",
    ),
    (
        {"endpoint": "https://api.openai.com/v1"},
        {**O, **A},
        OpenAIEndpoint(),
        "--endpoint",
        "openai-key",
        "OPENAI_API_KEY",
    ),
    (
        {"endpoint": AZURE, "api_version": "2024-05-01-preview"},
        {**O, **A},
        AzureOpenAIEndpoint(AZURE, "2024-05-01-preview"),
        "--endpoint",
        "azure-key",
        "AZURE_OPENAI_API_KEY",
    ),
    (
        {"endpoint": f"{AZURE}/openai/v1"},
        A,
        AzureOpenAIV1Endpoint(f"{AZURE}/openai/v1"),
        "--endpoint",
        "azure-key",
        "AZURE_OPENAI_API_KEY",
    ),
    (
        {"endpoint": PROJECT},
        {"AZURE_OPENAI_AD_TOKEN": "token"},
        FoundryEndpoint(PROJECT),
        "--endpoint",
        "token",
        "AZURE_OPENAI_AD_TOKEN",
    ),
    (
        {
            "endpoint": f"{LOCAL}/api/projects/p",
            "provider": Provider.FOUNDRY,
            "key_from": "env:MINE",
        },
        {"MINE": "my-secret"},
        FoundryEndpoint(f"{LOCAL}/api/projects/p"),
        "--endpoint",
        "my-secret",
        "--key-from",
    ),
    (
        {"key_from": "env:MINE"},
        {**A, "MINE": "my-secret"},
        AzureOpenAIEndpoint(AZURE),
        "AZURE_OPENAI_ENDPOINT",
        "my-secret",
        "--key-from",
    ),
]


def secret_of(credential: Any) -> str | None:
    if credential is None or isinstance(credential, str):
        return credential
    return str(credential.key if hasattr(credential, "key") else credential.get_token().token)


@pytest.mark.parametrize(
    ("options", "environ", "endpoint", "endpoint_from", "secret", "credential_from"), CASES
)
def test_what_options_and_environment_mean(  # noqa: PLR0917
    options: dict[str, Any],
    environ: Mapping[str, str],
    endpoint: Endpoint,
    endpoint_from: str | None,
    secret: str | None,
    credential_from: str | None,
) -> None:
    found = choose(ConnectionOptions(**options), environ)
    assert found.endpoint == endpoint
    assert secret_of(found.credential) == secret
    assert (found.endpoint_from, found.credential_from) == (endpoint_from, credential_from)
    assert secret is None or secret not in repr(found)


@pytest.mark.parametrize(
    ("options", "environ", "said"),
    [
        ({}, {}, "openai-assistants serve"),
        ({}, {"OPENAI_BASE_URL": f"{LOCAL}/v1"}, "OPENAI_API_KEY is not set"),
        ({"endpoint": "nonsense"}, O, "must be absolute"),
        ({"endpoint": "https://user:hunter2@h.example"}, O, "must not carry a user name"),
        ({"endpoint": PROJECT}, O, "AZURE_OPENAI_API_KEY"),
        ({"provider": Provider.AZURE}, A, "--endpoint is, which is missing"),
        ({"endpoint": LOCAL, "api_version": "1"}, O, "has no api_version"),
        ({"key_from": "hunter2"}, O, "never the key itself"),
        ({"key_from": "env:MINE"}, O, "the variable MINE is not set"),
        ({"key_from": "env:"}, O, "--key-from takes"),
    ],
)
def test_what_cannot_be_used_is_said(
    options: dict[str, Any], environ: Mapping[str, str], said: str
) -> None:
    """Without the secret that may be in it."""
    with pytest.raises(NotConfigured) as caught:
        choose(ConnectionOptions(**options), environ)
    assert said in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_a_key_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "key"
    options = ConnectionOptions(endpoint=f"{LOCAL}/v1", key_from=f"file:{path}")
    for content, said in (
        (None, "No such file"),
        (b"\xff", "it is not text"),
        (b" \n", "is empty"),
    ):
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(NotConfigured, match=said):
            choose(options, {})
    path.write_text("key\n", encoding="utf-8")
    assert choose(options, {}).credential == "key"


COMMANDS = [
    ["assistants", "list"],
    ["threads", "show", "thread_1"],
    ["threads", "messages", "thread_1"],
    ["runs", "list", "thread_1"],
    ["runs", "steps", "thread_1", "run_1"],
    ["run", "thread_1", "--watch"],
    ["files", "download", "file-1"],
    ["vector-stores", "delete", "vs_1", "--yes"],
    ["chat", "asst_1", "--message", "Hello"],
]
"""One of each kind of command that calls."""


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_command_without_a_key_without_a_service_and_with_an_unknown_id(
    cli: CommandLine, bare: CommandLine, command: list[str]
) -> None:
    done = bare(*command)
    assert (done.code, done.out) == (3, "")
    assert "OPENAI_API_KEY" in done.err
    assert "--endpoint" in done.err
    done = bare(*command, "--endpoint", "http://127.0.0.1:1/v1")
    assert (done.code, done.out) == (5, "")
    assert "openai-assistants doctor" in done.err
    if command != ["assistants", "list"]:
        done = cli(*command)
        assert (done.code, done.out) == (4, "")
        assert any(word in done.err for word in command if word[-1] == "1")


def test_a_refused_key(bare: CommandLine) -> None:
    with LocalService(api_key="right") as service:
        keyed = bare.with_environ(OPENAI_BASE_URL=service.base_url, OPENAI_API_KEY="hunter2")
        for command in (["assistants", "list"], ["doctor"], ["doctor", "--json"]):
            done = keyed(*command)
            assert done.code == 3
            assert "hunter2" not in done.out + done.err
        assert "the credential is refused" in keyed("doctor").out
        right = ["--endpoint", service.base_url, "--key-from", "env:MINE"]
        assert keyed.with_environ(MINE="right")("assistants", "list", *right).code == 0


def test_azure_identity_without_an_account(bare: CommandLine) -> None:
    """Its credentials say what is missing, each in its own words; nothing is sent."""
    done = bare(
        *("assistants", "list", "--endpoint", "http://127.0.0.1:1", "--provider", "azure"),
        *("--key-from", "azure-identity"),
    )
    assert done.code == 3
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "options",
    [
        ["{url}", "--provider", "azure"],
        ["{url}/openai/v1"],
        ["{url}/api/projects/p", "--provider", "foundry"],
        ["{url}/v1"],
    ],
    ids=["Azure", "Azure versionless", "Foundry", "compatible"],
)
def test_commands_at_each_provider(
    cli: CommandLine, client: AssistantsClient, service: LocalService, options: list[str]
) -> None:
    """All of what a command asks for is there, at whatever door."""
    at = ["--endpoint", options[0].format(url=service.url), *options[1:], "--key-from", "env:K"]
    keyed = cli.with_environ(K="key-for-loopback")
    assistant = client.assistants.create(model="test-model", instructions='[{"text": "Hi."}]').id
    assert keyed("doctor", *at).code == 0
    assert keyed("chat", assistant, "-m", "Hello!", *at).out == "Hi.\n"
    run = client.threads.create_and_run_poll(assistant_id=assistant)
    assert keyed("run", run.thread_id, "--watch", *at).out.endswith("\n\nHi.\n")
    for command in (["files", "list"], ["vector-stores", "list", "--oldest-first"]):
        assert keyed(*command, *at).code == 0
