"""What a model server streams becomes what a run has, through both APIs, on real sockets."""

import time
from typing import Any

import pytest
from tests.support.models.dialects import Call, ChatCompletions, Dialect, call, calls, says
from tests.support.models.server import WAIT, Refusal
from tests.support.models.talk import WEATHER, Talk, talking
from tests.support.service.commits import until

PNG = "https://example.com/a.png"
SCHEMA = {"name": "city", "schema": {"type": "object"}, "strict": True}
FORM = {"type": "json_schema", "json_schema": SCHEMA}


def arguments(run: dict[str, Any]) -> list[tuple[str, str]]:
    asked = run["required_action"]["submit_tool_outputs"]["tool_calls"]
    return [(one["function"]["name"], one["function"]["arguments"]) for one in asked]


def test_text_with_signs_that_split_lines(talk: Talk) -> None:
    """Only CR and LF end a line of a stream; U+2028, U+0085 and form feeds are text."""
    text = "a\u2028b\u0085c\nd\x0ce 【x】 é 𝄞"
    talk.follow(says(*text))
    assert talk.text(talk.run()) == text


def test_parallel_calls_with_arguments_in_pieces(talk: Talk) -> None:
    talk.follow(
        calls(
            Call("weather", ['{"ci', 'ty": "Ro', 'me"}']),
            Call("weather", ['{"city": ', '"Oslo"}']),
            Call("weather", ()),
        ),
        says("Sunny."),
    )
    run = talk.run(assistant={"tools": [WEATHER]})
    assert arguments(run) == [
        ("weather", '{"city": "Rome"}'),
        ("weather", '{"city": "Oslo"}'),
        ("weather", "{}"),
    ]
    assert talk.submit(run, "21c")["status"] == "completed"
    assert talk.asked[1].results == ["21c"] * 3


def test_calls_with_ids_that_are_the_same(talk: Talk) -> None:
    talk.follow(calls(Call("weather", id="call"), Call("weather", id="call")))
    run = talk.run(assistant={"tools": [WEATHER]})
    asked = run["required_action"]["submit_tool_outputs"]["tool_calls"]
    assert len({one["id"] for one in asked}) == 2 if talk.dialect.name == "responses" else 1


@pytest.mark.parametrize(
    ("finish", "run_reason", "message_reason"),
    [
        ("length", "max_completion_tokens", "max_tokens"),
        ("content_filter", "content_filter", "content_filter"),
    ],
)
def test_answers_that_were_cut(
    talk: Talk, finish: str, run_reason: str, message_reason: str
) -> None:
    talk.follow(says("So far", finish=finish))
    run = talk.run()
    assert (run["status"], run["incomplete_details"]) == ("incomplete", {"reason": run_reason})
    message = talk.api.answer(run)
    assert (message["status"], talk.text(run)) == ("incomplete", "So far")
    assert message["incomplete_details"] == {"reason": message_reason}


def test_usage_is_the_model_s_own(talk: Talk) -> None:
    talk.follow(says("One ", "two.", usage=(1234, 56)))
    usage = talk.run()["usage"]
    assert (usage["prompt_tokens"], usage["completion_tokens"]) == (1234, 56)


def test_a_server_that_counts_nothing_is_estimated(talk: Talk) -> None:
    talk.follow(says("One ", "two.", usage=None))
    usage = talk.run("Three words here")["usage"]
    assert (usage["prompt_tokens"], usage["completion_tokens"]) == (3, 3)


def test_the_options_of_a_run(talk: Talk) -> None:
    talk.follow(says('{"a": 1}'))
    talk.run(
        assistant={"instructions": "Be kind.", "tools": [WEATHER]},
        temperature=0.5,
        top_p=0.25,
        response_format=FORM,
        reasoning_effort="low",
        parallel_tool_calls=False,
        max_completion_tokens=300,
    )
    body = talk.server.requests[0].body
    assert (body["model"], body["temperature"], body["top_p"]) == ("there", 0.5, 0.25)
    assert (body["stream"], body["parallel_tool_calls"]) == (True, False)
    assert talk.asked[0].instructions == "Be kind."
    function: Any = WEATHER["function"]
    if isinstance(talk.dialect, ChatCompletions):
        assert (body["max_tokens"], body["reasoning_effort"]) == (300, "low")
        assert body["response_format"] == FORM
        assert body["stream_options"] == {"include_usage": True}
        assert body["tools"] == [{"type": "function", "function": function}]
    else:
        assert (body["max_output_tokens"], body["reasoning"]) == (300, {"effort": "low"})
        assert body["text"] == {"format": {"type": "json_schema", **SCHEMA}}
        assert body["store"] is False
        assert body["tools"] == [{"type": "function", **function, "strict": False}]


def test_what_was_not_asked_for_is_not_sent(talk: Talk) -> None:
    talk.follow(says("Hi."))
    talk.run(instructions=None)
    sent = set(talk.server.requests[0].body)
    chat = isinstance(talk.dialect, ChatCompletions)
    own = {"messages", "stream_options"} if chat else {"input", "store"}
    assert sent == {"model", "stream"} | own


def test_images_by_url(talk: Talk) -> None:
    talk.follow(says("A square."))
    image = {"type": "image_url", "image_url": {"url": PNG, "detail": "low"}}
    talk.run([{"type": "text", "text": "What is this?"}, image])
    ((role, content),) = talk.asked[0].messages
    assert role == "user"
    if isinstance(talk.dialect, ChatCompletions):
        assert content == [{"type": "text", "text": "What is this?"}, image]
    else:
        shown = {"type": "input_image", "image_url": PNG, "detail": "low"}
        assert content == [{"type": "input_text", "text": "What is this?"}, shown]


def test_a_caller_s_function_of_the_name_of_our_tool(talk: Talk) -> None:
    """Both are offered, under names that tell them apart."""
    own = {"type": "function", "function": {"name": "code_interpreter"}}
    talk.follow(
        calls(call("code_interpreter_", input="print(6 * 7)")),
        calls(call("code_interpreter", a=1)),
        says("42"),
    )
    run = talk.run(assistant={"tools": [own, {"type": "code_interpreter"}]})
    assert talk.asked[0].functions == ["code_interpreter", "code_interpreter_"]
    assert arguments(run) == [("code_interpreter", '{"a": 1}')]
    assert talk.submit(run, "x")["status"] == "completed"
    assert talk.asked[2].calls == ["code_interpreter_", "code_interpreter"]
    assert [one.strip() for one in talk.asked[2].results] == ["42", "x"]


def test_extra_body_and_limits(dialect: Dialect) -> None:
    extra = {"top_k": 40, "temperature": 0.1}
    with talking(dialect, says("Hi."), extra_body=extra, max_completion_tokens=50) as talk:
        talk.run(max_completion_tokens=300, temperature=0.9)
        body = talk.server.requests[0].body
    assert {name: body[name] for name in extra} == extra
    limit = "max_tokens" if isinstance(dialect, ChatCompletions) else "max_output_tokens"
    assert body[limit] == 50


def test_cancelling_ends_the_request(talk: Talk) -> None:
    """Within a second the server is rid of its client, and the run is cancelled."""
    talk.follow([*talk.dialect.cut(says("Thinking")), WAIT])
    assistant = talk.api.post("/assistants", model="m")["id"]
    thread = talk.api.thread("Hi")
    run = talk.api.post(f"/threads/{thread}/runs", assistant_id=assistant)
    until(lambda: talk.text(run), lambda text: text == "Thinking")
    begun = time.monotonic()
    talk.api.post(f"/threads/{thread}/runs/{run['id']}/cancel")
    assert talk.server.left.wait(10)
    assert time.monotonic() - begun < 1
    assert talk.api.settled(run)["status"] == "cancelled"
    assert talk.text(run) == "Thinking"


def test_cancelling_does_not_wait_for_another_try(dialect: Dialect) -> None:
    busy = Refusal(503, "loading", {"retry-after": "25"})
    with talking(dialect, busy, max_retries=2) as talk:
        assistant = talk.api.post("/assistants", model="m")["id"]
        path = f"/threads/{talk.api.thread('Hi')}/runs"
        run = talk.api.post(path, assistant_id=assistant)
        until(lambda: len(talk.server.requests), lambda asked: asked == 1)
        begun = time.monotonic()
        talk.api.post(f"{path}/{run['id']}/cancel")
        assert talk.api.settled(run)["status"] == "cancelled"
        assert time.monotonic() - begun < 1
        assert len(talk.server.requests) == 1
