"""The statuses and events of runs are those of the description and of the database."""

from pathlib import Path

import yaml  # type: ignore[import-untyped]

from openai_assistants_service.runs.lifecycle import (
    ACTIVE,
    MESSAGE_CREATED,
    MESSAGE_DELTA,
    RUN_CREATED,
    STEP_CREATED,
    STEP_DELTA,
    THREAD_CREATED,
    MessageStatus,
    RunStatus,
    StepStatus,
    message_event,
    run_event,
    step_event,
)
from openai_assistants_service.storage.tables import runs

DESCRIPTION = Path(__file__).parents[3] / "spec" / "assistants.yaml"


def test_events_are_those_of_the_description() -> None:
    described = yaml.load(DESCRIPTION.read_text("utf-8"), yaml.CSafeLoader)
    names = {THREAD_CREATED, RUN_CREATED, STEP_CREATED, STEP_DELTA, MESSAGE_CREATED, MESSAGE_DELTA}
    names |= {run_event(status) for status in RunStatus}
    names |= {step_event(status) for status in StepStatus}
    names |= {message_event(status) for status in MessageStatus}
    assert names | {"error", "done"} == set(described["x-stream-events"])


def test_an_active_run_is_the_only_one_of_its_thread() -> None:
    (index,) = [one for one in runs.indexes if one.name == "one_active_run"]
    listed = ", ".join(f"'{status}'" for status in ACTIVE)
    assert str(index.dialect_options["sqlite"]["where"]) == f"status IN ({listed})"
