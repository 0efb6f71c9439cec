"""The model computes; it knows none of the walkthroughs, and does nothing but think."""

import ast
import re
import time
from collections.abc import Callable
from pathlib import Path

import openai_assistants_service.models.builtin as package
from openai_assistants_service.models.builtin import Conversation, FunctionSpec, plan

SOURCES = sorted(Path(str(package.__file__)).parent.glob("*.py"))
WALKTHROUGH = (
    "weather|cit(?:y|ies)|favou?rite|nickname|atlanta|seattle|angeles|emerald|atl|san francisco"
    "|apple|banana|442345|673457|3x ?\\+ ?11|jane|tutor|temperatureunit"
)


def test_no_word_of_the_walkthroughs() -> None:
    for source in SOURCES:
        found = re.search(rf"\b(?:{WALKTHROUGH})\b", source.read_text(), re.IGNORECASE)
        assert found is None, f"{source.name}: {found}"


def test_no_input_or_output_and_no_chance() -> None:
    allowed = {"__future__", "ast", "attrs", "collections", "csv", "functools", "itertools", "json"}
    allowed |= {"jsonschema_rs", "math", "re", "typing", "unicodedata"}
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text())):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            assert {name.split(".")[0] for name in names} <= allowed, source.name
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"open", "print", "input", "eval", "exec"}, source.name


def test_long_texts_take_bounded_time(ask: Callable[..., Conversation]) -> None:
    offered = tuple(
        FunctionSpec(f"get_thing_{number}", "Gets a thing for a place and a person")
        for number in range(4)
    )
    for text in ("one hundred and ", "1+", "(", "Ab ", "'", "and what, then ", " ", "1,"):
        began = time.process_time()
        plan(ask(text * 50_000, functions=offered, code_interpreter=True, file_search=True))
        assert time.process_time() - began < 20, text
