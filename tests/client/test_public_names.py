"""Errors and models show where they are imported from: in tracebacks, reprs and pickles."""

import copy
import importlib
import pickle
import pkgutil
import subprocess
import sys
import traceback
import typing
from typing import Any

import httpx
import pytest

import openai_assistants
from openai_assistants import errors, tools, types
from openai_assistants.transfer import TransferError
from openai_assistants_core import Model, UnknownVariant, error_for
from openai_assistants_core import errors as core_errors
from openai_assistants_rest import models

ERRORS = sorted({kind for kind in vars(core_errors).values() if isinstance(kind, type)}, key=str)
ERRORS = [kind for kind in ERRORS if issubclass(kind, errors.AssistantsError)]
ERRORS += [errors.CredentialError, errors.ProcessingTimeout, errors.UploadsFailed]
TOOL_ERRORS = [
    tools.InvalidArguments,
    tools.RunError,
    tools.ToolDefinitionError,
    tools.ToolNotFound,
    tools.ToolRoundsExceeded,
    tools.UnsupportedAction,
]
NAMED = [getattr(models, name) for name in models.__all__]
MODELS = [one for one in NAMED if isinstance(one, type)]


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_an_error_is_where_it_says(kind: type[Exception]) -> None:
    assert kind.__module__ == "openai_assistants"
    assert getattr(openai_assistants, kind.__qualname__) is kind
    assert getattr(errors, kind.__qualname__) is kind
    assert pickle.loads(pickle.dumps(kind)) is kind


@pytest.mark.parametrize("kind", TOOL_ERRORS, ids=lambda kind: kind.__name__)
def test_an_error_of_tools_is_where_it_says(kind: type[Exception]) -> None:
    assert kind.__module__ == "openai_assistants.tools"
    assert getattr(tools, kind.__qualname__) is kind
    assert pickle.loads(pickle.dumps(kind)) is kind


def test_there_are_no_other_errors() -> None:
    for module in pkgutil.walk_packages(openai_assistants.__path__, "openai_assistants."):
        importlib.import_module(module.name)
    ours = {kind for kind in below(errors.AssistantsError) if kind.__module__.startswith("openai_")}
    public = {one for one in ours if not one.__module__.startswith("openai_assistants.cli.")}
    assert public | {errors.AssistantsError} == {*ERRORS, *TOOL_ERRORS, TransferError}


def below(kind: type[Any]) -> set[type[Any]]:
    """The classes derived from a class."""
    return {one for each in kind.__subclasses__() for one in (each, *below(each))}


@pytest.mark.parametrize("kind", [*MODELS, Model, UnknownVariant], ids=lambda kind: kind.__name__)
def test_a_model_is_where_it_says(kind: type[Model]) -> None:
    assert repr(kind) == f"<class 'openai_assistants.types.{kind.__name__}'>"
    assert getattr(types, kind.__name__) is kind
    assert pickle.loads(pickle.dumps(kind)) is kind
    assert set(kind._fields()) <= set(typing.get_type_hints(kind))


def not_found() -> openai_assistants.APIStatusError:
    request = httpx.Request("GET", "https://x.example/v1/threads/t")
    response = httpx.Response(404, json={}, headers={"x-request-id": "r"}, request=request)
    return error_for(response, b'{"error": {"message": "No thread.", "code": "none"}}', retries=2)


def test_a_traceback_names_the_public_error() -> None:
    shown = "".join(traceback.format_exception_only(not_found()))
    assert shown.startswith("openai_assistants.NotFoundError: Error code: 404 - No thread.")


@pytest.mark.parametrize(
    "error",
    [
        not_found(),
        openai_assistants.APITimeoutError(message="Late."),
        core_errors.AmbiguousTimeout(message="Late."),
        openai_assistants.ResponseDecodeError("No.", path="data[0]", body=[1]),
        openai_assistants.RunTimeout("Late.", models.Run.decode({"id": "run_1", "zz": 1})),
        openai_assistants.UploadsFailed({1: models.FileObject.decode({"id": "f"})}, {}),
        openai_assistants.CredentialError("No key."),
        tools.ToolNotFound(models.Run.decode({"id": "run_1"}), ["f"], ["g"]),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_are_copied_and_pickled_with_all_that_they_say(error: Any) -> None:
    for same in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(same) is type(error)
        assert (str(same), same.args) == (str(error), error.args)
        assert vars(same).keys() == vars(error).keys()
    again = pickle.loads(pickle.dumps(error))
    for name in ("status_code", "code", "body", "request_id", "retries_taken", "path", "run"):
        assert getattr(again, name, None) == getattr(error, name, None)


def test_pickles_do_not_depend_on_what_is_loaded() -> None:
    """They name the public home alone, and load in a process that has imported nothing."""
    run = models.Run.decode({"id": "run_1", "status": "queued", "zz": [1]})
    pickled = pickle.dumps((run, not_found()))
    assert b"openai_assistants_rest" not in pickled
    assert b"openai_assistants_core.errors" not in pickled
    program = "import pickle, sys; print(pickle.loads(sys.stdin.buffer.read()))"
    loaded = subprocess.run(
        [sys.executable, "-c", program], input=pickled, capture_output=True, check=True, timeout=60
    )
    assert loaded.stdout.decode().strip() == str((run, not_found()))


def test_a_class_made_of_a_model_keeps_its_own_module() -> None:
    class Mine(models.Text):
        extra: "Answer | None" = None

    assert Mine.__module__ == __name__
    assert Mine(value="a", annotations=[], extra=Answer()).to_dict()["extra"] == {}


class Answer(Model):
    """A model of this module, which the annotations of another refer to."""
