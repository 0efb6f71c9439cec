"""What every client of the API has to be able to do: the one list of scenarios.

A scenario is played with each client in each generation that has it. `needs` are the methods
without which a client cannot play it; an adapter says in its course, by `Missing`, what else is not
there.
"""

from collections.abc import Callable
from typing import NamedTuple

from . import events, links, objects, runs, stores, walkthroughs
from .stage import Stage


class Scenario(NamedTuple):
    """One thing to be able to do.

    Attributes:
        title: for the table.
        generations: those that have it.
        needs: paths of methods of the openai package.
    """

    title: str
    play: Callable[[Stage], object]
    needs: tuple[str, ...] = ()
    generations: tuple[str, ...] = ("v1", "v2")

    @property
    def name(self) -> str:
        """What it is called in what a run says."""
        return self.play.__name__.strip("_")

    def belongs_to(self, generation: str) -> bool:
        """Whether the table of a generation has it; what only Foundry has, the second has."""
        return generation in self.generations or (generation, self.generations) == ("v2", FOUNDRY)


def _maths(stage: Stage) -> None:
    walkthroughs.maths_tutor(stage.client, stage.generation)


def _codes(stage: Stage) -> None:
    walkthroughs.codes_in_a_file(stage.client, stage.generation)


def _weather(stage: Stage) -> None:
    walkthroughs.weather_in_the_favorite_city(stage.client, stage.generation)


V1, V2, FOUNDRY = ("v1",), ("v2",), ("foundry",)
THREADS, RUNS = "beta.threads", "beta.threads.runs"
STREAMS = (f"{RUNS}.stream",)
STORES = ("vector_stores.create",)

SCENARIOS = (
    Scenario("Files: upload, read, list, delete", objects.files),
    Scenario("Files: contents", objects.contents, ("files.content",)),
    Scenario("Files: by path, from open files", objects.paths),
    Scenario(
        "Files: contents in each way of the openai package",
        objects.openai_contents,
        ("files.with_raw_response.content",),
    ),
    Scenario("Assistants: create, read, change, delete", objects.assistants),
    Scenario("Lists: by the page, with cursors both ways", objects.cursors),
    Scenario("Lists: gone through page after page", objects.iteration),
    Scenario("Threads: create, read, change, delete", objects.threads),
    Scenario("Threads: list", objects.thread_list, (f"{THREADS}.list",), FOUNDRY),
    Scenario("Messages: create, read, change, list", objects.messages),
    Scenario("Messages: delete", objects.message_deletion, (f"{THREADS}.messages.delete",), V2),
    Scenario("Messages: those of a run", runs.by_run, (), V2),
    Scenario("Runs: a function call, read, list, change", runs.functions),
    Scenario("Runs: steps", runs.steps),
    Scenario("Runs: a thread and its run in one call", runs.new_thread),
    Scenario("Runs: lock of a thread", runs.locks),
    Scenario("Runs: cancel", runs.cancel),
    Scenario("Runs: expiry", runs.expiry),
    Scenario("Runs: a model that fails", runs.failure),
    Scenario("Runs: a model that is cut short", runs.limits, (), V2),
    Scenario("Runs: too late to submit or cancel", runs.late),
    Scenario("Runs: helper that waits", runs.waiting_helpers, (f"{RUNS}.create_and_poll",)),
    Scenario(
        "Runs: helpers that submit and wait",
        runs.submitting_helpers,
        (f"{RUNS}.submit_tool_outputs_and_poll",),
    ),
    Scenario("Tools: code interpreter", _maths),
    Scenario("Tools: file search with citations", _codes),
    Scenario("Tools: three functions, one after the other", _weather),
    Scenario("Streams: a run", events.stream, STREAMS),
    Scenario("Streams: a function call, in two streams", events.function_stream, STREAMS),
    Scenario(
        "Streams: a thread and its run",
        events.new_thread_stream,
        (f"{THREADS}.create_and_run_stream",),
    ),
    Scenario("Streams: a model that fails", events.failing_stream, STREAMS),
    Scenario("Streams: refused", events.refused_stream, STREAMS),
    Scenario("Streams: helper, with text and final objects", events.stream_helper, STREAMS),
    Scenario("Errors: 400, with the parameter", objects.bad_requests),
    Scenario("Errors: 404", objects.unknown_ids),
    Scenario("Errors: 401", objects.wrong_key),
    Scenario("Vector stores: create, read, change, delete", stores.stores, STORES, V2),
    Scenario("Vector stores: list", stores.store_cursors, STORES, V2),
    Scenario("Vector stores: files", stores.store_files, STORES, V2),
    Scenario(
        "Vector stores: attributes of files",
        stores.attributes,
        ("vector_stores.files.update",),
        V2,
    ),
    Scenario("Vector stores: texts of files", stores.texts, ("vector_stores.files.content",), V2),
    Scenario("Vector stores: search", stores.search, ("vector_stores.search",), V2),
    Scenario("Vector stores: batches of files", stores.batches, STORES, V2),
    Scenario(
        "Vector stores: batches with settings for each file",
        stores.batch_settings,
        ("vector_stores.files.update",),
        V2,
    ),
    Scenario(
        "Vector stores: helpers that upload and wait",
        stores.upload_helpers,
        ("vector_stores.file_batches.upload_and_poll",),
        V2,
    ),
    Scenario("File links of assistants", links.assistant_links, ("beta.assistants.files",), V1),
    Scenario("File links of messages", links.message_links, (f"{THREADS}.messages.files",), V1),
)
