"""Sums and equations: the program is written, run in the sandbox, and its output told."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from openai_assistants_service.interpreter.monty import MontyInterpreter
from openai_assistants_service.models.builtin import Conversation, RunCode

Ask = Callable[..., Conversation]

CASES = [
    ("Solve 2(x-3) = 4x + 1", "x = -3.5"),
    ("What is x if 3x = 7?", "x = about 2.33333333333"),
    ("0.5x - 1.25 = 2", "x = 6.5"),
    ("Is there a solution to x + 1 = x?", "no solution"),
    ("2(x+1) = 2x + 2", "infinitely many"),
    ("Solve the system: 2x + 3y = 7; 4x - y = 1", "y = about 1.85714285714"),
    ("1/2 + 1/3", "about 0.833333333333"),
    ("x/2 + x/3 = 5", "x = 6"),
    ("Solve for t: 5t - 3(t - 2) = 4(t + 1)", "t = 1"),
    ("7 = 2y - 1", "y = 4"),
    ("Solve x + y = 10 and x - y = 2", "x = 6, y = 4"),
    ("x + y = 2 and 2x + 2y = 5", "no solution"),
    ("x + y = 2 and 2x + 2y = 4", "infinitely many"),
    ("If x = 3, what is 2x + 1?", "2x + 1 = 7"),
    ("What is 12 times 7?", "84"),
    ("What is 15 percent of 200?", "30"),
    ("Compute (2+3)*4 - 5/2", "17.5"),
    ("0.1 + 0.2", "= 0.3"),
    ("What is the square root of 144?", "12"),
    ("sqrt(2)", "1.414213562"),
    ("What is 2 to the power of 10?", "1024"),
    ("what is 2^100", "1267650600228229401496703205376"),
    ("Calculate 1,234 * 5,678", "7006652"),
    ("-3^2", "-9"),
    ("2^3^2", "512"),
]


REFUSED = [
    "x^2 + 1 = 0",
    "Find the roots of x^2 = 2",
    "x^3 = 27",
    "6/x = 2",
    "2^x = 8",
    "sqrt(x) = 4",
    "|x - 3| = 5",
    "-2x < 6",
    "Twenty-five times four?",
    "What's 15% tip on $48.50?",
    "30% off 80",
    "Increase 80 by 25%",
    "What percent of 50 is 20?",
    "What is 7 factorial?",
    "What is the average of 3, 5 and 10?",
    "What is the greatest common divisor of 12 and 18?",
    "Subtract 8 from 5",
    "What is two thirds of 90?",
    "Solve '2x + 1 = 5' and then '3x = 9'",
    "A shirt costs $40 and is 25% off. What is the price?",
    "sin(30 degrees)",
    "Is 2 + 2 = 5?",
    "What is 17 modulo 5?",
    "What is 6/2(1+2)?",
    "What is 3!",
]


@pytest.mark.parametrize("question", REFUSED)
def test_what_it_does_not_compute_is_said(talk: Any, ask: Ask, question: str) -> None:
    answer = talk.run(ask(question, code_interpreter=True))
    assert len(talk.turns) == 1
    assert "cannot" in answer


@pytest.mark.parametrize(("question", "expected"), CASES)
def test_programs_are_python(talk: Any, ask: Ask, question: str, expected: str) -> None:
    """The sandbox knows a part of Python: what runs there prints the same in all of it."""
    talk.run(ask(question, code_interpreter=True))
    (program, _) = talk.turns
    ran = subprocess.run([sys.executable, "-c", program.source], capture_output=True, text=True)
    assert expected in ran.stdout
    assert ran.stdout == asyncio.run(MontyInterpreter().run(program.source)).logs


@pytest.mark.parametrize(("question", "expected"), CASES)
def test_computes(talk: Any, ask: Ask, question: str, expected: str) -> None:
    answer = talk.run(ask(question, code_interpreter=True))
    assert isinstance(talk.turns[0], RunCode), answer
    assert expected in answer


@pytest.mark.parametrize(
    "question",
    [
        "Hello, how are you?",
        "I have 2 cats.",
        "Call 555-1234 on 2024-05-01 at 10:30",
        "It is 25% done",
    ],
)
def test_numbers_alone_are_no_sum(talk: Any, ask: Ask, question: str) -> None:
    talk.run(ask(question, code_interpreter=True))
    assert len(talk.turns) == 1


def test_error_is_told(talk: Any, ask: Ask) -> None:
    answer = talk.run(ask("What is 100 divided by 0?", code_interpreter=True))
    assert "error" in answer
    assert "division by zero" in answer


def test_too_large_is_told(talk: Any, ask: Ask) -> None:
    answer = talk.run(ask("What is 10^1000000000?", code_interpreter=True))
    assert "error" in answer
    assert "emory" in answer


def test_without_code_interpreter_nothing_is_computed(talk: Any, ask: Ask) -> None:
    answer = talk.run(ask("What is 12 * 7?"))
    assert len(talk.turns) == 1
    assert "84" not in answer
    assert "code interpreter" in answer


def test_what_it_cannot_solve_is_said(talk: Any, ask: Ask) -> None:
    answer = talk.run(ask("Solve x^2 + y^2 = 25 and x + y = 7", code_interpreter=True))
    assert len(talk.turns) == 1
    assert "cannot" in answer


def test_several_sums_at_once(talk: Any, ask: Ask) -> None:
    answer = talk.run(ask("What is 2+2, and what is 3*5?", code_interpreter=True))
    assert "2 + 2 = 4" in answer
    assert "3 * 5 = 15" in answer


def test_same_question_same_program(talk: Any, ask: Ask) -> None:
    talk.run(ask("3x - 5 = 16", code_interpreter=True))
    talk.run(ask("3x - 5 = 16", code_interpreter=True))
    assert talk.turns[0] == talk.turns[2]


def test_forced_code_without_a_sum_says_so(talk: Any, ask: Ask) -> None:
    answer = talk.run(ask("hello", code_interpreter=True, tool_choice="code_interpreter"))
    assert isinstance(talk.turns[0], RunCode)
    assert "nothing to compute" in answer
