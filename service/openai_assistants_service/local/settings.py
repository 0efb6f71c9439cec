"""The settings of a service in this process."""

import os
from pathlib import Path
from typing import Any

from ..http.server import Settings
from ..interpreter.base import Interpreter
from ..interpreter.monty import MontyInterpreter
from ..models.base import Model
from ..models.model_file import read_model_file
from ..models.opening import choose_model


def local_settings(
    model: Model | str,
    models: str | Path | None,
    interpreter: Interpreter | None,
    **others: Any,
) -> Settings:
    """Return settings, but for the database, which is named when the service starts.

    Args:
        model: a model, or what `--model` takes.
        models: what `--models` takes.
        interpreter: without one, a sandbox.

    Raises:
        ValueError: the model or the file of models cannot be used.
    """
    return Settings(
        database=Path(),
        models=() if models is None else read_model_file(Path(models), os.environ),
        model=choose_model(model, os.environ) if isinstance(model, str) else model,
        interpreter=interpreter or MontyInterpreter(),
        **others,
    )
