"""`export` and `import`."""

import json
from pathlib import Path

from tests.support.client.command_line import CommandLine

from openai_assistants import AssistantsClient, CompatibleEndpoint
from openai_assistants_service import LocalService


def test_a_thread_goes_out_and_in(cli: CommandLine, client: AssistantsClient) -> None:
    thread = client.threads.create(messages=[{"role": "user", "content": "Hello."}])
    (cli.folder / "ids").write_text(f"{thread.id}\n")
    out = cli("export", "kept", "--threads", "ids", "--conversations")
    assert (out.code, out.err) == (0, "")
    counts = dict(line.split("\t") for line in out.out.splitlines())
    assert counts["thread"] == "1"
    assert "Hello." in (cli.folder / counts["conversations"]).read_text()
    with LocalService() as other:
        into = ("import", "kept", "--endpoint", other.base_url)
        done = cli(*into)
        assert done.code == 0
        assert int(dict(line.split("\t") for line in done.out.splitlines())["created"]) > 1
        again = cli(*into)
        assert again.out.splitlines()[0] == "created\t0"
        with AssistantsClient(CompatibleEndpoint(other.base_url)) as there:
            assert there.threads.retrieve(thread.id) == client.threads.retrieve(thread.id)
        anew = cli(*into, "--new-ids", "--id-map", "map.jsonl")
        assert anew.code == 0
        assert thread.id in (cli.folder / "map.jsonl").read_text()


def test_what_is_not_imported_is_said(cli: CommandLine, client: AssistantsClient) -> None:
    """A thread of the same id that is another is not overwritten."""
    thread = client.threads.create(metadata={"a": "1"})
    (cli.folder / "ids").write_text(thread.id)
    assert cli("export", "kept", "--threads", "ids").code == 0
    client.threads.update(thread.id, metadata={"a": "2"})
    done = cli("import", "kept")
    assert done.code == 1
    assert f"error: {thread.id} was not written: " in done.err
    assert client.threads.retrieve(thread.id).metadata == {"a": "2"}


def test_wrong_folders(cli: CommandLine) -> None:
    assert cli("import", "nowhere").code == 2
    Path(cli.folder / "other").mkdir()
    (cli.folder / "other" / "file").write_text(json.dumps({}))
    for command in ("export", "import"):
        done = cli(command, "other")
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("error: ")
        assert "Traceback" not in done.err


def test_bars_in_a_terminal(cli: CommandLine, client: AssistantsClient) -> None:
    thread = client.threads.create()
    (cli.folder / "ids").write_text(thread.id)
    with cli.terminal("export", "kept", "--threads", "ids") as terminal:
        done = terminal.end()
    assert done.code == 0
    assert "threads" in done.out
