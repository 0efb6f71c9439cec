"""The life of a run, over HTTP."""

import pytest
from tests.support.service.api import Api
from tests.support.service.scripted import (
    Gate,
    ScriptedModel,
    Turn,
    answer,
    call,
    calls,
    code,
    follow,
)

from openai_assistants_service import LocalService
from openai_assistants_service.models.conversation import Conversation, NamedTool

FUNCTION = {"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}
CODE = {"type": "code_interpreter"}


def gated(gate: Gate) -> LocalService:
    """Return a service whose runs stop at the gate, and then answer."""
    return LocalService(model=follow(code("1"), answer("done")), interpreter=gate)


def test_a_run_from_queued_to_completed(v2: Api) -> None:
    assistant = v2.post("/assistants", model="m", instructions="Be kind.")["id"]
    thread = v2.thread("hello")
    run = v2.post(f"/threads/{thread}/runs", assistant_id=assistant)
    assert run["status"] == "queued"
    assert run["started_at"] is None
    assert run["expires_at"] == run["created_at"] + 600
    assert run["usage"] is None
    done = v2.settled(run)
    assert done["status"] == "completed"
    assert done["expires_at"] is None
    assert done["completed_at"] >= done["started_at"] >= run["created_at"]
    assert done["usage"]["total_tokens"] > 0
    message = v2.answer(done)
    assert (message["role"], message["run_id"]) == ("assistant", run["id"])
    assert message["assistant_id"] == assistant
    (step,) = v2.steps(done)
    assert step["step_details"]["message_creation"]["message_id"] == message["id"]
    assert step["usage"] == done["usage"]
    only = v2.get(f"/threads/{thread}/messages", run_id=run["id"])
    assert [one["id"] for one in only["data"]] == [message["id"]]
    assert v2.get(f"/threads/{thread}/runs")["data"] == [done]


def test_a_client_is_told_when_to_ask_again() -> None:
    gate = Gate()
    with gated(gate) as s, Api.of(s) as api:
        assistant = api.post("/assistants", model="m", tools=[CODE], instructions="i")["id"]
        body = {"assistant_id": assistant}
        response = api.send("POST", "/threads/runs", json=body)
        run = response.json()
        assert int(response.headers["openai-poll-after-ms"]) > 0
        assert gate.reached.wait(10)
        path = f"/threads/{run['thread_id']}/runs/{run['id']}"
        assert "openai-poll-after-ms" in api.send("GET", path).headers
        gate.opened.set()
        api.settled(run)
        assert "openai-poll-after-ms" not in api.send("GET", path).headers


def test_what_a_run_overrides(v2: Api) -> None:
    assistant = v2.post("/assistants", model="m", instructions="Old.", temperature=0.5)["id"]
    run = v2.post(
        f"/threads/{v2.thread('hi')}/runs",
        assistant_id=assistant,
        model="other",
        instructions="New.",
        additional_instructions="More.",
        additional_messages=[{"role": "user", "content": "extra"}],
        tools=[{"type": "code_interpreter"}],
        metadata={"a": "b"},
        top_p=0.5,
        max_prompt_tokens=1000,
        max_completion_tokens=1000,
        truncation_strategy={"type": "last_messages", "last_messages": 1},
        tool_choice="none",
        parallel_tool_calls=False,
        response_format={"type": "json_object"},
    )
    assert (run["model"], run["instructions"]) == ("other", "New.\nMore.")
    assert (run["temperature"], run["top_p"]) == (0.5, 0.5)
    assert run["tools"] == [{"type": "code_interpreter"}]
    assert run["truncation_strategy"] == {"type": "last_messages", "last_messages": 1}
    assert (run["tool_choice"], run["parallel_tool_calls"]) == ("none", False)
    done = v2.settled(run)
    assert v2.answer(done)["content"][0]["text"]["value"].startswith("{")
    page = v2.get(f"/threads/{run['thread_id']}/messages", order="asc")
    assert page["data"][1]["content"][0]["text"]["value"] == "extra"


def test_the_thread_is_locked_while_a_run_is_active() -> None:
    gate = Gate()
    with gated(gate) as s, Api.of(s) as api:
        assistant = api.post("/assistants", model="m", tools=[CODE])["id"]
        thread = api.thread("hi")
        run = api.post(f"/threads/{thread}/runs", assistant_id=assistant)
        assert gate.reached.wait(10)
        message = {"role": "user", "content": "more"}
        assert api.refused("POST", f"/threads/{thread}/messages", json=message) == (
            400,
            {
                "message": f"Can't add messages to {thread} while a run {run['id']} is active.",
                "type": "invalid_request_error",
                "param": None,
                "code": None,
            },
        )
        _, error = api.refused("POST", f"/threads/{thread}/runs", json={"assistant_id": assistant})
        assert error["message"] == f"Thread {thread} already has an active run {run['id']}."
        path = f"/threads/{thread}/runs/{run['id']}"
        status, error = api.refused("POST", path, json={"metadata": {}})
        assert (status, error["message"]) == (
            400,
            "Cannot update run with status 'in_progress'.",
        )
        gate.opened.set()
        api.settled(run)
        api.post(f"/threads/{thread}/messages", **message)
        assert api.post(path, metadata={"a": "b"})["metadata"] == {"a": "b"}


def test_cancel_in_the_middle() -> None:
    gate = Gate()
    with gated(gate) as s, Api.of(s) as api:
        assistant = api.post("/assistants", model="m", tools=[CODE])["id"]
        thread = api.thread("hi")
        run = api.post(f"/threads/{thread}/runs", assistant_id=assistant)
        assert gate.reached.wait(10)
        path = f"/threads/{thread}/runs/{run['id']}/cancel"
        cancelling = api.send("POST", path).json()
        assert cancelling["status"] == "cancelling"
        assert cancelling["cancelled_at"] is None
        assert cancelling["expires_at"] is not None
        cancelled = api.settled(run)
        assert cancelled["status"] == "cancelled"
        assert cancelled["cancelled_at"] is not None
        gate.opened.set()
        (step,) = api.steps(cancelled)
        assert (step["status"], step["type"]) == ("cancelled", "tool_calls")
        _, error = api.refused("POST", path)
        assert error["message"] == "Cannot cancel run with status 'cancelled'."
        assert len(api.get(f"/threads/{thread}/messages")["data"]) == 1
        again = api.post(f"/threads/{thread}/runs", assistant_id=assistant)
        assert api.settled(again)["status"] == "completed"


def test_functions_wait_for_their_caller() -> None:
    two = calls(("weather", {"city": "Zürich"}), ("weather", {"city": "b"}))

    def plan(talk: Conversation) -> Turn:
        if not talk.tool_calls:
            return two
        return answer(" and ".join(one.output for one in talk.tool_calls))

    with LocalService(model=ScriptedModel(plan)) as s, Api.of(s) as api:
        assistant = api.post("/assistants", model="m", tools=[FUNCTION])["id"]
        run = api.settled(
            api.post("/threads/runs", assistant_id=assistant, thread={}, instructions="i"),
            "requires_action",
        )
        assert run["status"] == "requires_action"
        assert run["usage"] is None
        asked = run["required_action"]["submit_tool_outputs"]["tool_calls"]
        assert [one["function"]["arguments"] for one in asked] == [
            '{"city": "Zürich"}',
            '{"city": "b"}',
        ]
        path = f"/threads/{run['thread_id']}/runs/{run['id']}/submit_tool_outputs"
        ids = [one["id"] for one in asked]
        wrong = {"tool_outputs": [{"tool_call_id": ids[0], "output": "x"}]}
        _, error = api.refused("POST", path, json=wrong)
        assert error["message"] == (f"Expected tool outputs for call_ids {ids}, got {ids[:1]}")
        outputs = [
            {"tool_call_id": ids[1], "output": "rain"},
            {"tool_call_id": ids[0], "output": "sun"},
        ]
        queued = api.post(path, tool_outputs=outputs)
        assert (queued["status"], queued["required_action"]) == ("queued", None)
        assert queued["expires_at"] == run["expires_at"]
        done = api.settled(queued)
        assert done["status"] == "completed"
        assert api.answer(done)["content"][0]["text"]["value"] == "sun and rain"
        first, last = api.steps(done)
        made = first["step_details"]["tool_calls"]
        assert [one["function"]["output"] for one in made] == ["sun", "rain"]
        assert (first["status"], last["type"]) == ("completed", "message_creation")
        total = first["usage"]["total_tokens"] + last["usage"]["total_tokens"]
        assert done["usage"]["total_tokens"] == total
        _, error = api.refused("POST", path, json={"tool_outputs": outputs})
        assert error["message"] == 'Runs in status "completed" do not accept tool outputs.'


def test_a_run_that_waits_can_be_cancelled() -> None:
    with LocalService(model=follow(call("weather"))) as s, Api.of(s) as api:
        assistant = api.post("/assistants", model="m", tools=[FUNCTION], instructions="i")["id"]
        run = api.settled(api.post("/threads/runs", assistant_id=assistant), "requires_action")
        path = f"/threads/{run['thread_id']}/runs/{run['id']}/cancel"
        assert api.send("POST", path).json()["required_action"] is None
        assert api.settled(run)["status"] == "cancelled"


def test_code_that_is_run(v2: Api) -> None:
    assistant = v2.post("/assistants", model="m", tools=[{"type": "code_interpreter"}])["id"]
    run = v2.post(f"/threads/{v2.thread('What is 17 * 23?')}/runs", assistant_id=assistant)
    done = v2.settled(run)
    code = v2.steps(done)[0]["step_details"]["tool_calls"][0]
    assert code["type"] == "code_interpreter"
    assert "391" in code["code_interpreter"]["outputs"][0]["logs"]
    assert "391" in v2.answer(done)["content"][0]["text"]["value"]


def test_too_few_completion_tokens() -> None:
    text = "one two three four five " * 100
    with LocalService(model=follow(answer(text))) as s, Api.of(s) as api:
        assistant = api.post("/assistants", model="m", instructions="i")["id"]
        run = api.settled(
            api.post("/threads/runs", assistant_id=assistant, max_completion_tokens=256)
        )
        assert run["status"] == "incomplete"
        assert run["incomplete_details"] == {"reason": "max_completion_tokens"}
        assert run["usage"]["completion_tokens"] == 256
        message = api.answer(run)
        assert message["status"] == "incomplete"
        assert message["incomplete_details"] == {"reason": "max_tokens"}
        assert len(message["content"][0]["text"]["value"].split()) == 256


def test_too_few_prompt_tokens() -> None:
    with LocalService() as s, Api.of(s) as api:
        assistant = api.post("/assistants", model="m")["id"]
        run = api.post(
            "/threads/runs",
            assistant_id=assistant,
            thread={"messages": [{"role": "user", "content": "word " * 300}]},
            max_prompt_tokens=256,
        )
        done = api.settled(run)
        assert (done["status"], done["incomplete_details"]) == (
            "incomplete",
            {"reason": "max_prompt_tokens"},
        )


def test_old_messages_are_left_out_first() -> None:
    model = ScriptedModel(lambda _: answer("done"))
    seen = model.seen
    with LocalService(model=model) as s, Api.of(s) as api:
        assistant = api.post("/assistants", model="m")["id"]
        thread = api.thread("word " * 200, "word " * 100, "last")
        path = f"/threads/{thread}/runs"
        api.settled(api.post(path, assistant_id=assistant, max_prompt_tokens=256))
        assert [len(one.text.split()) for one in seen[0].messages] == [100, 1]
        strategy = {"type": "last_messages", "last_messages": 2}
        api.settled(api.post(path, assistant_id=assistant, truncation_strategy=strategy))
        assert [one.text for one in seen[1].messages] == ["last", "done"]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (None, "auto"),
        ("required", "required"),
        (
            {"type": "function", "function": {"name": "weather"}},
            NamedTool("function", "weather"),
        ),
        ({"type": "file_search"}, NamedTool("file_search", "file_search")),
    ],
)
def test_what_the_model_is_told(choice: object, expected: str | NamedTool) -> None:
    model = ScriptedModel(lambda _: answer("done"))
    with LocalService(model=model) as s, Api.of(s) as api:
        tools = [FUNCTION, {"type": "file_search"}]
        made = api.post("/assistants", model="m", instructions="Be kind.", tools=tools)
        run = api.post(
            "/threads/runs",
            assistant_id=made["id"],
            thread={"messages": [{"role": "user", "content": "hi"}]},
            tool_choice=choice,
            parallel_tool_calls=False,
        )
        api.settled(run)
        talk = model.seen[0]  # one that does not call what it has to is asked again
        assert (talk.tool_choice, talk.parallel_tool_calls) == (expected, False)
        assert talk.instructions == "Be kind."
        assert [one.name for one in talk.functions] == ["weather"]
        assert [(one.role, one.text) for one in talk.messages] == [("user", "hi")]


def test_a_model_that_breaks_fails_the_run(caplog: pytest.LogCaptureFixture) -> None:
    def plan(talk: Conversation) -> Turn:
        raise ZeroDivisionError("secret detail")

    with LocalService(model=ScriptedModel(plan)) as s, Api.of(s) as api:
        assistant = api.post("/assistants", model="m", instructions="i")["id"]
        run = api.settled(api.post("/threads/runs", assistant_id=assistant))
    assert run["status"] == "failed"
    assert run["last_error"] == {
        "code": "server_error",
        "message": "Sorry, something went wrong.",
    }
    assert run["failed_at"] is not None
    assert "secret detail" in caplog.text


def test_a_model_that_never_ends_fails_the_run() -> None:
    with (
        LocalService(model=ScriptedModel(lambda _: code("1"))) as s,
        Api.of(s) as api,
    ):
        assistant = api.post("/assistants", model="m", tools=[CODE], instructions="i")["id"]
        run = api.settled(api.post("/threads/runs", assistant_id=assistant))
        assert (run["status"], len(api.steps(run, limit=100))) == ("failed", 30)


def test_a_thread_deleted_in_the_middle() -> None:
    gate = Gate()
    with gated(gate) as s, Api.of(s) as api:
        assistant = api.post("/assistants", model="m", tools=[CODE], instructions="i")["id"]
        run = api.post("/threads/runs", assistant_id=assistant)
        assert gate.reached.wait(10)
        api.delete(f"/threads/{run['thread_id']}")
        gate.opened.set()
        again = api.post("/threads/runs", assistant_id=assistant)
        assert api.settled(again)["status"] == "completed"


def test_v1_sees_retrieval_and_file_ids(v1: Api) -> None:
    file = v1.upload("a.txt", b"text")["id"]
    assistant = v1.post("/assistants", model="m", tools=[{"type": "retrieval"}], file_ids=[file])[
        "id"
    ]
    run = v1.settled(v1.post("/threads/runs", assistant_id=assistant, instructions="i", thread={}))
    assert run["tools"] == [{"type": "retrieval"}]
    assert run["file_ids"] == [file]
    assert not {"tool_resources", "parallel_tool_calls", "reasoning_effort"} & run.keys()
