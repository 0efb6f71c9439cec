"""The file of `--models`: which model answers to which name."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec
from attrs import evolve

from .opening import ModelRule, choose_model
from .server import Limits, ModelConfigError, ServerConfig

_Tokens = Annotated[int, msgspec.Meta(gt=0)]


class _Limits(msgspec.Struct, forbid_unknown_fields=True):
    timeout: Annotated[float, msgspec.Meta(gt=0)] = Limits().timeout
    max_retries: Annotated[int, msgspec.Meta(ge=0)] = Limits().max_retries
    context_tokens: _Tokens | None = None
    max_completion_tokens: _Tokens | None = None


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    server: str
    model: str | None = None
    key_env: str | None = None
    limits: _Limits = msgspec.field(default_factory=_Limits)
    extra_body: dict[str, Any] = {}


class _File(msgspec.Struct, forbid_unknown_fields=True):
    models: list[_Entry]


def read_model_file(path: Path, environment: Mapping[str, str]) -> Sequence[ModelRule]:
    """Read which model answers to which name, in the order in which they are tried.

    Args:
        environment: has the keys.

    Raises:
        ModelConfigError: the file cannot be read, or something in it cannot be used.
    """
    try:
        with path.open("rb") as file:
            read = msgspec.convert(tomllib.load(file), _File)
    except OSError as error:
        raise ModelConfigError(f"{path}: {error.strerror}") from error
    except (ValueError, msgspec.ValidationError) as error:
        raise ModelConfigError(f"{path}: {error}") from error
    return [_rule(path, entry, environment) for entry in read.models]


def _rule(path: Path, entry: _Entry, environment: Mapping[str, str]) -> ModelRule:
    try:
        model = choose_model(entry.server, environment, entry.key_env)
    except ModelConfigError as error:
        raise ModelConfigError(f"{path}: model {entry.name!r}: {error}") from error
    if isinstance(model, ServerConfig):
        model = evolve(
            model,
            model=entry.model or model.model,
            limits=Limits(**msgspec.structs.asdict(entry.limits)),
            extra_body=entry.extra_body,
        )
    return ModelRule(entry.name, model)
