"""How model servers are named: on the command line, and in the file of --models."""

from pathlib import Path
from typing import Any

import pytest

from openai_assistants_service.models.builtin_model import BuiltinModel
from openai_assistants_service.models.model_file import read_model_file
from openai_assistants_service.models.opening import choose_model
from openai_assistants_service.models.registry import ModelRegistry
from openai_assistants_service.models.server import (
    Limits,
    ModelConfigError,
    ServerConfig,
    parse_server,
)

KEYS = {
    "OPENAI_API_KEY": "sk-openai",
    "AZURE_OPENAI_API_KEY": "azure",
    "ASSISTANTS_MODEL_KEY": "mine",
}
AZURE = "https://r.openai.azure.com/openai/deployments/d"


@pytest.mark.parametrize(
    ("text", "endpoint", "api", "model"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1/chat/completions", "chat", None),
        ("http://h:1/v1/", "http://h:1/v1/chat/completions", "chat", None),
        ("http://h:1/v1/chat/completions", "http://h:1/v1/chat/completions", "chat", None),
        ("http://h:1/v1#llama3.2:3b", "http://h:1/v1/chat/completions", "chat", "llama3.2:3b"),
        ("responses+http://h:1/v1#m", "http://h:1/v1/responses", "responses", "m"),
        (
            f"{AZURE}?api-version=2024-10-21",
            f"{AZURE}/chat/completions?api-version=2024-10-21",
            "chat",
            None,
        ),
    ],
)
def test_urls(text: str, endpoint: str, api: str, model: str | None) -> None:
    config = parse_server(text, {})
    path = "/responses" if api == "responses" else "/chat/completions"
    assert str(config.at(path)) == endpoint
    assert (config.api.startswith(api), config.model, config.headers) == (True, model, {})


@pytest.mark.parametrize(
    ("url", "headers"),
    [
        ("https://api.openai.com/v1", {"Authorization": "Bearer sk-openai"}),
        (AZURE, {"api-key": "azure"}),
        ("https://r.services.ai.azure.com/openai/v1", {"api-key": "azure"}),
        ("http://127.0.0.1:8000/v1", {"Authorization": "Bearer mine"}),
        ("https://evil-openai.com/v1", {"Authorization": "Bearer mine"}),
        ("https://api.openai.com.example/v1", {"Authorization": "Bearer mine"}),
    ],
)
def test_each_host_gets_its_own_key(url: str, headers: dict[str, str]) -> None:
    config = parse_server(url, KEYS)
    assert config.headers == headers
    assert not any(key in repr(config) for key in KEYS.values() if key not in url)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ollama", "none of 'builtin', 'test-model', and no URL of a model server"),
        ("ftp://h/v1", "no URL of http or https"),
        ("http://", "no URL of http or https"),
        ("http://h:99999/v1", "no URL of http or https"),
        ("https://user:sk-123@h:port/v1", "is no URL"),
        ("https://user:sk-123@h/v1", "put the key into the environment variable ASSISTANTS_MODEL"),
    ],
)
def test_what_is_no_model(text: str, words: str) -> None:
    with pytest.raises(ModelConfigError) as caught:
        choose_model(text, {})
    assert words in str(caught.value)
    assert "sk-123" not in str(caught.value)


FILE = """
[[models]]
name = "gpt-4o-mini"
server = "http://127.0.0.1:11434/v1"
model = "llama3.2:3b"

[[models]]
name = "gpt-4*"
server = "responses+https://vllm.example/v1"
model = "big"
key_env = "VLLM_KEY"
limits = { timeout = 60, max_retries = 5, context_tokens = 8192, max_completion_tokens = 512 }
extra_body = { top_k = 40, chat_template_kwargs = { enable_thinking = false } }

[[models]]
name = "old"
server = "builtin"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "models.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file(tmp_path: Path) -> None:
    rules = read_model_file(written(tmp_path, FILE), {"VLLM_KEY": "k"})
    assert [rule.pattern for rule in rules] == ["gpt-4o-mini", "gpt-4*", "old"]
    small, big, old = [rule.model for rule in rules]
    assert isinstance(small, ServerConfig)
    assert isinstance(big, ServerConfig)
    assert isinstance(old, BuiltinModel)
    assert (small.model, small.limits, small.key) == ("llama3.2:3b", Limits(), None)
    assert (big.api, big.model, big.key, big.limits) == (
        "responses",
        "big",
        "k",
        Limits(60, 5, 8192, 512),
    )
    assert big.extra_body == {"top_k": 40, "chat_template_kwargs": {"enable_thinking": False}}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[models]]\nname = 1", "Expected `str`, got `int` - at `$.models[0].name`"),
        ("[[models]]\nname = 'a'", "missing required field `server` - at `$.models[0]`"),
        ("[[models]]\nname = 'a'\nserver = 'x'\nkey = 'sk'", "unknown field `key`"),
        ("[[models]]\nname = 'a'\nserver = 'x'", "model 'a': 'x' is none of"),
        (
            "[[models]]\nname = 'a'\nserver = 'http://h'\nkey_env = 'NO'",
            "model 'a': the environment variable NO is not set",
        ),
        (
            "[[models]]\nname = 'a'\nserver = 'http://h'\nlimits = { timeout = 0 }",
            "$.models[0].limits.timeout",
        ),
        ("models", "Expected '='"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(tmp_path: Path, text: str, words: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ModelConfigError) as caught:
        read_model_file(path, {})
    message = str(caught.value)
    assert message.startswith(str(path))
    assert words in message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelConfigError, match="No such file"):
        read_model_file(tmp_path / "none.toml", {})


def test_the_first_pattern_that_matches() -> None:
    models: list[Any] = [BuiltinModel() for _ in range(4)]
    default, mini, four, digit = models
    patterns = [("gpt-4o-mini", mini), ("gpt-4*", four), ("o[13]", digit)]
    registry = ModelRegistry(default, patterns=patterns)
    names = ("gpt-4o-mini", "gpt-4o", "GPT-4", "o1", "o2", "test-model")
    found = [registry.get(name) for name in names]
    assert found[:5] == [mini, four, default, digit, default]
    assert found[5] is registry.named["test-model"]
    assert registry.names() == ["gpt-4o-mini", "test-model"]
