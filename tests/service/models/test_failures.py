"""Every failure of a model server ends the run as docs/models.md has it, and says what to do."""

import json
from typing import Any

import pytest
from tests.support.models.dialects import Call, Dialect, calls, says
from tests.support.models.server import HANG_UP, WAIT, Refusal, Reply
from tests.support.models.talk import WEATHER, Talk, talking

LATER, CHANGE = "rate_limit_exceeded", "invalid_prompt"
KEY = "sk-secret-0123456789"


def body(message: str, code: str | None = None, **more: Any) -> dict[str, Any]:
    return {"error": {"message": message, "code": code, **more}}


def failed(talk: Talk, *messages: Any, **options: Any) -> tuple[str, str]:
    run = talk.run(*messages, **options)
    assert run["status"] == "failed", run
    assert run["failed_at"]
    return run["last_error"]["code"], run["last_error"]["message"]


@pytest.mark.parametrize(
    ("refusal", "code", "words"),
    [
        (
            Refusal(429, body("Slow down", "rate_limit"), {"retry-after": "4"}),
            LATER,
            "Rate limit is exceeded. Try again in 4 seconds. That is the limit of the model server:"
            " Slow down.",
        ),
        (
            Refusal(429, body("No more money", "insufficient_quota")),
            LATER,
            "Try again later. That is the limit of the model server: No more money.",
        ),
        (Refusal(401, body(f"Wrong key {KEY}")), CHANGE, "ASSISTANTS_MODEL_KEY (status 401"),
        (Refusal(503, "loading model"), LATER, "failed with status 503: loading model. Start"),
        (Refusal(500, "<html>Oops</html>"), LATER, "failed with status 500. Start the run again"),
        (
            Refusal(404, body("model 'there' not found, try pulling it first")),
            CHANGE,
            "has no model 'there': model 'there' not found",
        ),
        (Refusal(404, "404 page not found"), CHANGE, "refused the request with status 404"),
        (
            Refusal(400, body("gemma does not support tools")),
            CHANGE,
            "refused the request with status 400: gemma does not support tools. Change",
        ),
        (
            Refusal(400, body("The response was filtered", "content_filter")),
            CHANGE,
            "A content filter refused the messages: The response was filtered. Reword them.",
        ),
        (
            Refusal(400, body("too large", type="exceed_context_size_error", n_ctx=4096)),
            CHANGE,
            "The conversation is too long for the model: too large. Shorten",
        ),
        (
            Refusal(400, {"object": "error", "message": "maximum context length is 64 tokens"}),
            CHANGE,
            "The conversation is too long for the model: maximum context length is 64 tokens.",
        ),
        (Refusal(200, body("no"), {"content-type": "text/html"}), CHANGE, "text/html instead of"),
    ],
)
def test_refusals(talk: Talk, refusal: Refusal, code: str, words: str) -> None:
    talk.follow(refusal)
    found, message = failed(talk)
    assert (found, words in message) == (code, True), message
    assert len(talk.server.requests) == 1


def test_a_key_is_never_repeated(dialect: Dialect, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_KEY", KEY)
    with talking(dialect, Refusal(401, body(f"Wrong key {KEY}")), key_env="MY_KEY") as talk:
        code, message = failed(talk)
        assert talk.server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert (code, "MY_KEY" in message, KEY in message) == (CHANGE, True, False)


@pytest.mark.parametrize("status", [400, 500])
def test_an_image_that_is_refused(talk: Talk, status: int) -> None:
    image = {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}}
    content = [{"type": "text", "text": "What is this?"}, image]
    refusal = Refusal(status, body("image input is not supported - you may need an mmproj"))
    talk.follow(refusal)
    code, message = failed(talk, content)
    assert code == CHANGE
    assert "does not take the images of this thread: image input is not supported" in message
    assert len(talk.server.requests) == 1


def test_a_server_that_is_down(dialect: Dialect) -> None:
    with talking(dialect) as talk:
        url = talk.server.url
        talk.server.stop()
        code, message = failed(talk)
    assert (code, f"The model server {url} cannot be reached" in message) == (LATER, True)


def test_a_server_that_says_nothing(dialect: Dialect) -> None:
    with talking(dialect, [WAIT], timeout=0.05) as talk:
        code, message = failed(talk)
        assert (code, "said nothing for 0.05 seconds" in message) == (LATER, True)
        assert talk.server.left.wait(10)


@pytest.mark.parametrize("ending", [[HANG_UP], []], ids=["broken", "closed"])
def test_a_stream_cut_short(talk: Talk, dialect: Dialect, ending: list[object]) -> None:
    """What was written is kept."""
    reply: Reply = [*dialect.cut(says("Half an ", "answer")), *ending]
    talk.follow(reply)
    run = talk.run()
    assert (run["status"], run["last_error"]["code"]) == ("failed", LATER)
    assert "was cut short" in run["last_error"]["message"]
    message = talk.api.answer(run)
    assert (message["status"], talk.text(run)) == ("incomplete", "Half an answer")
    assert message["incomplete_details"] == {"reason": "run_failed"}


def test_an_error_in_the_middle_of_a_stream(talk: Talk, dialect: Dialect) -> None:
    reply = [*dialect.cut(says("Half")), dialect.error("server_error", "CUDA out of memory")]
    talk.follow(reply)
    code, message = failed(talk)
    assert (code, "failed with status 500: CUDA out of memory. Start" in message) == (LATER, True)


@pytest.mark.parametrize(
    "event", ["{", "[]", '"x"', '{"choices": 3, "type": "response.completed"}']
)
def test_events_that_are_none_of_the_api(talk: Talk, dialect: Dialect, event: str) -> None:
    talk.follow([event])
    code, message = failed(talk)
    assert (code, f"does not answer as a {dialect.name} API does" in message) == (CHANGE, True)


@pytest.mark.parametrize("arguments", ['{"city": ', "Rome", "[1]", "3"])
def test_malformed_arguments(talk: Talk, arguments: str) -> None:
    talk.follow(calls(Call("weather", [arguments])))
    run = talk.run(assistant={"tools": [WEATHER]})
    assert (run["status"], run["last_error"]["code"]) == ("failed", CHANGE)
    assert "The model called weather with arguments that" in run["last_error"]["message"]
    assert repr(arguments) in run["last_error"]["message"]
    (step,) = talk.api.steps(run)
    assert (step["status"], run["required_action"]) == ("failed", None)


@pytest.mark.parametrize(
    "choice", ["required", {"type": "function", "function": {"name": "weather"}}], ids=str
)
def test_tools_ignored_though_required(talk: Talk, choice: Any) -> None:
    """Asked once more, in words; the text it wrote instead is no message of the thread."""
    talk.follow(says("It is sunny, ", "I guess."))
    run = talk.run(assistant={"tools": [WEATHER]}, tool_choice=choice)
    assert (run["status"], run["last_error"]["code"]) == ("failed", CHANGE)
    assert "as tool_choice demands, and did not" in run["last_error"]["message"]
    assert talk.api.steps(run) == []
    first, second = talk.asked
    assert first.instructions is None
    assert second.instructions
    assert "Do not answer in words: call" in second.instructions


def test_an_image_file_that_is_gone(talk: Talk) -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"0" * 20
    talk.follow(says("A square."))
    file = talk.api.upload("a.png", png, purpose="vision")["id"]
    content = [{"type": "image_file", "image_file": {"file_id": file}}]
    assert talk.text(talk.run(content)) == "A square."
    sent = json.dumps(talk.server.requests[0].body)
    assert "data:image/png;base64,iVBORw0KGgowMDAw" in sent
    assistant = talk.api.post("/assistants", model="gpt-4o")["id"]
    thread = talk.api.post("/threads", messages=[{"role": "user", "content": content}])["id"]
    talk.api.delete(f"/files/{file}")
    run = talk.api.settled(talk.api.post(f"/threads/{thread}/runs", assistant_id=assistant))
    assert run["last_error"]["code"] == CHANGE
    assert f"The image file {file} was deleted." in run["last_error"]["message"]
