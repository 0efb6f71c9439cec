"""The engine's tools as a language model is told of them."""

import pytest
from tests.support.service.api import Api
from tests.support.service.programs import run_all
from tests.support.service.scripted import Gate, ScriptedModel, Turn, answer

from openai_assistants_service import LocalService
from openai_assistants_service.interpreter.monty import MontyInterpreter
from openai_assistants_service.models.conversation import CodeOptions, Conversation
from openai_assistants_service.models.offered_tools import offered_tools


class WithFiles(Gate):
    """An interpreter whose programs have files."""

    def __init__(self) -> None:
        super().__init__(folder="/mnt/data")


def described(options: CodeOptions) -> str:
    (offered,) = offered_tools(Conversation("m", None, (), code_interpreter=options)).functions
    return offered.description


def test_where_the_files_are_is_said() -> None:
    told = described(CodeOptions("Python 3.13", "/mnt/data", ("a.csv", "b.csv")))
    assert "written in Python 3.13." in told
    assert "What programs write to /mnt/data the user gets." in told
    assert told.endswith("The user's files are in /mnt/data: a.csv, b.csv.")


def test_that_there_are_none_is_said() -> None:
    assert described(CodeOptions(MontyInterpreter.language)).endswith("Programs have no files.")
    assert "/mnt" not in described(CodeOptions("Python"))


def test_names_are_those_by_which_programs_find_them() -> None:
    """Two files of one name are two, and a path is none."""
    seen: list[Conversation] = []

    def next_turn(conversation: Conversation) -> Turn:
        seen.append(conversation)
        return answer("Fine.")

    with LocalService(model=ScriptedModel(next_turn), interpreter=WithFiles()) as service:
        with Api.of(service) as api:
            ids = [api.upload(name, b"x")["id"] for name in ("a.csv", "a.csv")]
            code = {"code_interpreter": {"file_ids": ids}}
            tools = [{"type": "code_interpreter"}]
            made = api.post("/assistants", model="m", tools=tools, tool_resources=code)["id"]
            plain = api.post("/assistants", model="m")["id"]
            for assistant in (made, plain):
                path = f"/threads/{api.thread('Look.')}/runs"
                api.settled(api.post(path, assistant_id=assistant))
    expected = CodeOptions("Python", "/mnt/data", ("a.csv", "a-2.csv"))
    assert [one.code_interpreter for one in seen] == [expected, None]


@pytest.mark.parametrize("missing", ["import statistics", "def f(): yield", "x = 1\ndel x"])
def test_what_monty_is_said_to_lack_it_lacks(missing: str) -> None:
    (outcome,) = run_all(MontyInterpreter(), missing)
    assert outcome.error


def test_the_modules_that_monty_is_said_to_have() -> None:
    names = MontyInterpreter.language.rpartition("only ")[2].replace(" and ", ", ").split(", ")
    assert len(names) == 10
    outcomes = run_all(MontyInterpreter(), *(f"import {name}" for name in names))
    assert [outcome.error for outcome in outcomes] == [None] * len(names)
