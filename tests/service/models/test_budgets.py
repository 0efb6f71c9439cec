"""Token budgets and truncation by the model's own counts, and tools that are kept to."""

import json
from typing import Any

import pytest
from tests.support.models.dialects import Asked, Call, Dialect, call, calls, says
from tests.support.models.server import Refusal, Reply, Request
from tests.support.models.talk import WEATHER, Talk, talking

TIME = {"type": "function", "function": {"name": "time"}}
WORDS = [f"{word} " * 10 for word in ("one", "two", "three", "four")]


def said(asked: Asked) -> list[str]:
    return [content.split()[0] for role, content in asked.messages if role == "user"]


def test_a_server_that_ignores_its_limit_is_stopped(talk: Talk) -> None:
    """A piece is a token at least, whatever our own estimate would be."""
    talk.follow([*talk.dialect.cut(says(*["word, "] * 50))])
    run = talk.run(max_completion_tokens=10)
    assert run["incomplete_details"] == {"reason": "max_completion_tokens"}
    assert talk.text(run) == "word, " * 10


def test_the_model_s_count_decides_and_not_our_estimate(talk: Talk) -> None:
    text = "( ) [ ] { } " * 10  # 60 signs to us
    talk.follow(says(text, usage=(5, 30)))
    run = talk.run(max_completion_tokens=40)
    assert (run["status"], talk.text(run)) == ("completed", text)
    talk.follow(says(text, usage=(5, 41)))
    run = talk.run(max_completion_tokens=40)
    assert run["incomplete_details"] == {"reason": "max_completion_tokens"}


def test_a_budget_is_for_all_turns_of_a_run(talk: Talk) -> None:
    talk.follow(calls(call("weather"), usage=(5, 30)), says("Sunny.", usage=(5, 5)))
    run = talk.run(assistant={"tools": [WEATHER]}, max_completion_tokens=100)
    assert talk.submit(run, "sunny")["status"] == "completed"
    first, second = [json.dumps(one.body) for one in talk.server.requests]
    assert ('_tokens": 100' in first, '_tokens": 70' in second) == (True, True)
    talk.follow(calls(call("weather"), usage=(5, 100)), says("Sunny."))
    run = talk.run(assistant={"tools": [WEATHER]}, max_completion_tokens=100)
    run = talk.submit(run, "sunny")
    assert run["incomplete_details"] == {"reason": "max_completion_tokens"}
    assert len(talk.server.requests) == 1


def test_the_oldest_messages_are_left_out_for_max_prompt_tokens(talk: Talk) -> None:
    talk.follow(says("Yes."))
    talk.run(*WORDS, max_prompt_tokens=256)
    talk.run(*[word * 10 for word in WORDS], max_prompt_tokens=256)
    assert [said(one) for one in talk.asked] == [["one", "two", "three", "four"], ["three", "four"]]
    run = talk.run("five " * 300, max_prompt_tokens=256)
    assert run["incomplete_details"] == {"reason": "max_prompt_tokens"}
    assert len(talk.server.requests) == 2


def test_later_turns_are_measured_as_the_model_counted(talk: Talk) -> None:
    """It counted twice what we estimate, so half as much fits into what is left."""
    code = {"type": "code_interpreter"}
    talk.follow(calls(call("code_interpreter", input="1"), usage=(80, 1)), says("Yes."))
    talk.run(*WORDS, assistant={"tools": [code]}, max_prompt_tokens=256)
    assert [said(one) for one in talk.asked] == [
        ["one", "two", "three", "four"],
        ["one", "two", "three", "four"],
    ]
    talk.follow(calls(call("code_interpreter", input="1"), usage=(200, 1)), says("Yes."))
    talk.run(*WORDS, assistant={"tools": [code]}, max_prompt_tokens=300)
    assert said(talk.asked[1]) == ["four"]


def too_long(limit: int) -> Any:
    """A plan: refuse what has more words than the limit, as llama.cpp does."""

    def plan(talk: Talk, request: Request) -> Reply:
        asked = talk.dialect.asked(request)
        words = sum(len(str(content).split()) for _, content in asked.messages)
        if words <= limit:
            return talk.dialect.stream(says("It fits."))
        error = {"code": 400, "type": "exceed_context_size_error", "message": "too large"}
        return Refusal(400, {"error": {**error, "n_prompt_tokens": words, "n_ctx": limit}})

    return plan


def test_what_is_too_long_for_the_model_is_shortened(talk: Talk) -> None:
    plan = too_long(25)
    talk.follow(lambda request: plan(talk, request))
    run = talk.run(*WORDS)
    assert (run["status"], talk.text(run)) == ("completed", "It fits.")
    assert said(talk.asked[-1]) == ["three", "four"]


@pytest.mark.parametrize("strategy", ["auto", "last_messages"])
def test_what_cannot_be_shortened_fails(talk: Talk, strategy: str) -> None:
    """The last message alone is too long; or a strategy says which messages there have to be."""
    plan = too_long(5)
    talk.follow(lambda request: plan(talk, request))
    options: dict[str, Any] = {"type": strategy}
    if strategy == "last_messages":
        options["last_messages"] = 2
    run = talk.run(*WORDS, truncation_strategy=options)
    assert (run["status"], run["last_error"]["code"]) == ("failed", "invalid_prompt")
    assert "too long for the model: too large. Shorten" in run["last_error"]["message"]
    expected = ["one", "two", "three", "four"] if strategy == "auto" else ["three", "four"]
    assert said(talk.asked[0]) == expected


def test_context_tokens_for_servers_that_say_nothing(dialect: Dialect) -> None:
    with talking(dialect, says("Yes."), context_tokens=25) as talk:
        talk.run(*WORDS)
        assert [said(one) for one in talk.asked] == [["three", "four"]]
        run = talk.run("five " * 30)
        assert "set to take 25 (`context_tokens`)" in run["last_error"]["message"]


def test_only_the_first_of_calls_that_may_not_be_parallel(talk: Talk) -> None:
    talk.follow(calls(Call("weather"), Call("time"), Call("weather")))
    run = talk.run(assistant={"tools": [WEATHER, TIME]}, parallel_tool_calls=False)
    asked = run["required_action"]["submit_tool_outputs"]["tool_calls"]
    assert [one["function"]["name"] for one in asked] == ["weather"]


def test_only_the_tool_that_was_chosen(talk: Talk) -> None:
    talk.follow(calls(Call("weather"), Call("time")), calls(Call("weather")), says("Noon."))
    choice = {"type": "function", "function": {"name": "time"}}
    run = talk.run(assistant={"tools": [WEATHER, TIME]}, tool_choice=choice)
    asked = run["required_action"]["submit_tool_outputs"]["tool_calls"]
    assert [one["function"]["name"] for one in asked] == ["time"]
    run = talk.submit(run, "noon")  # what had to be called was: now it may call, or answer
    assert run["status"] == "requires_action"
    assert "tool_choice" not in talk.server.requests[1].body
    assert talk.submit(run, "sunny")["status"] == "completed"


def test_a_model_that_has_to_call_is_asked_again(talk: Talk) -> None:
    talk.follow(
        says("Sunny, I guess.", usage=(10, 5)), calls(Call("weather"), usage=(12, 3)), says("21c.")
    )
    run = talk.run(assistant={"tools": [WEATHER]}, tool_choice="required")
    assert run["status"] == "requires_action"
    done = talk.submit(run, "21c")
    assert (done["status"], talk.text(done)) == ("completed", "21c.")
    assert done["usage"]["prompt_tokens"] == 10 + 12 + 20
    messages = talk.api.get(f"/threads/{run['thread_id']}/messages")["data"]
    assert len(messages) == 2


def test_no_tools_are_offered_where_none_may_be_called(talk: Talk) -> None:
    talk.follow(says("No."))
    talk.run(assistant={"tools": [WEATHER]}, tool_choice="none")
    assert talk.asked[0].functions == []
