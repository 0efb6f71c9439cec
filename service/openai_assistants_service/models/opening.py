"""Models as they are named when a service is started, and their connections while it runs."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager

import httpx
from attrs import frozen

from .base import Model
from .chat_completions import CHAT_COMPLETIONS
from .dialect import Dialect
from .images import ReadImage
from .registry import MODELS, ModelRegistry
from .responses import RESPONSES
from .server import ModelConfigError, ModelServer, ServerConfig, parse_server
from .server.config import Api
from .server.retry import RetryPolicy
from .server_model import ServerModel

_DIALECTS: Mapping[Api, Dialect] = {"chat_completions": CHAT_COMPLETIONS, "responses": RESPONSES}


@frozen
class ModelRule:
    """Which model answers to the names that a pattern of the shell's kind matches."""

    pattern: str
    model: Model | ServerConfig


def choose_model(
    text: str, environment: Mapping[str, str], key_variable: str | None = None
) -> Model | ServerConfig:
    """Return what `--model` names: a model that comes with the service, or one of a server.

    Raises:
        ModelConfigError: there is no such model.
    """
    if text in MODELS:
        return MODELS[text]()
    if "://" not in text:
        known = ", ".join(map(repr, MODELS))
        raise ModelConfigError(f"{text!r} is none of {known}, and no URL of a model server")
    return parse_server(text, environment, key_variable)


@asynccontextmanager
async def open_models(
    default: Model | ServerConfig, rules: Sequence[ModelRule], read_image: ReadImage
) -> AsyncGenerator[ModelRegistry]:
    """Give the models, with connections to their servers for as long as the block lasts."""
    async with httpx.AsyncClient() as http:

        def opened(model: Model | ServerConfig) -> Model:
            if not isinstance(model, ServerConfig):
                return model
            server = ModelServer(http, model, RetryPolicy(model.limits.max_retries))
            return ServerModel(server, _DIALECTS[model.api], read_image)

        patterns = [(rule.pattern, opened(rule.model)) for rule in rules]
        yield ModelRegistry(opened(default), patterns=patterns)
