"""`files upload` and `files download`."""

import json
from pathlib import Path

import pytest
from tests.support.client.command_line import CommandLine
from tests.support.client.silent import SilentServer

from openai_assistants import AssistantsClient
from openai_assistants.cli.file_names import local_name, targets


def write(cli: CommandLine, **contents: bytes) -> list[str]:
    """Writes files into the folder of the command line; their names."""
    for name, content in contents.items():
        (cli.folder / name).write_bytes(content)
    return list(contents)


def first_cells(out: str) -> list[str]:
    return [line.split("\t")[0] for line in out.splitlines()]


def test_files_go_up_and_come_down(cli: CommandLine, client: AssistantsClient) -> None:
    """Several at once, in the order of the arguments, and in a pipe without a bar."""
    names = write(cli, one=b"1" * 300_000, two=b"2", three=bytes(range(256)))
    up = cli("files", "upload", *names)
    assert (up.code, up.err) == (0, "")
    assert [line.split("\t")[1] for line in up.out.splitlines()] == names
    ids = first_cells(up.out)
    assert client.files.retrieve(ids[0]).purpose == "assistants"
    down = cli("files", "download", *ids, "--to", "there")
    assert (down.code, down.err) == (0, "")
    assert down.out.splitlines() == [f"there/{name}" for name in names]
    for name in names:
        assert (cli.folder / "there" / name).read_bytes() == (cli.folder / name).read_bytes()


def test_a_download_replaces_nothing_unless_told(cli: CommandLine) -> None:
    (name,) = write(cli, notes=b"new")
    (file_id,) = first_cells(cli("files", "upload", name).out)
    (cli.folder / name).write_bytes(b"mine")
    refused = cli("files", "download", file_id)
    assert (refused.code, refused.out) == (1, "")
    assert "notes is there already: --force" in refused.err
    assert (cli.folder / name).read_bytes() == b"mine"
    assert cli("files", "download", file_id, "--force").code == 0
    assert (cli.folder / name).read_bytes() == b"new"


def test_one_file_is_written_to_the_output(cli: CommandLine) -> None:
    (name,) = write(cli, notes="seven €\n".encode())
    (file_id,) = first_cells(cli("files", "upload", name).out)
    done = cli("files", "download", file_id, "--to", "-")
    assert (done.code, done.out, done.err) == (0, "seven €\n", "")
    assert cli("files", "download", file_id, file_id, "--to", "-").code == 2


def test_bars_in_a_terminal(cli: CommandLine) -> None:
    names = write(cli, big=b"b" * 400_000, small=b"s")
    with cli.terminal("files", "upload", *names) as terminal:
        done = terminal.end()
    assert done.code == 0
    assert "400.0/400.0 kB" in done.out
    ids = [line.split()[0] for line in done.out.splitlines() if line.startswith("file-")]
    with cli.terminal("files", "download", *ids, "--to", "there") as terminal:
        done = terminal.end()
    assert "400.0/400.0 kB" in done.out
    assert "there/small" in done.out


def test_files_of_a_vector_store(cli: CommandLine, client: AssistantsClient) -> None:
    store = client.vector_stores.create().id
    names = write(cli, a=b"The meeting is in room 12.", b=b"The budget is 45 euros.")
    done = cli("files", "upload", *names, "--vector-store", store)
    assert done.code == 0
    assert done.err == f"2 added to {store}.\n"
    assert {one.id for one in client.vector_stores.files.list(store)} == set(first_cells(done.out))
    with cli.terminal("files", "upload", *names, "--vector-store", store) as terminal:
        shown = terminal.end().out
    assert "Reading" in shown
    assert "2/2" in shown
    write(cli, c=b"\x00\x01\x02")
    unread = cli("files", "upload", "a", "c", "--vector-store", store)
    assert unread.code == 1
    assert f"error: {first_cells(unread.out)[1]} cannot be searched: " in unread.err
    before = len(list(client.files.list()))
    unknown = cli("files", "upload", "a", "--vector-store", "vs_none")
    assert (unknown.code, unknown.out) == (4, "")
    assert len(list(client.files.list())) == before, "nothing is uploaded for nobody"


def test_an_upload_of_which_some_fail(cli: CommandLine, client: AssistantsClient) -> None:
    """Those that went through are named, so that they are not lost."""
    names = write(cli, good=b"1", empty=b"", fine=b"2")
    done = cli("files", "upload", *names, "--json")
    assert done.code == 1
    assert [one["filename"] for one in json.loads(done.out)] == ["good", "fine"]
    assert "error: empty: " in done.err
    missing = cli("files", "upload", "good", "none")
    assert (missing.code, missing.out) == (2, "")
    assert "none" in missing.err
    assert cli("files", "upload", "good", "--purpose", "nonsense").code == 1


def test_a_file_whose_name_is_no_text(cli: CommandLine) -> None:
    """Bytes that are not UTF-8 reach a program as lone surrogates, which no request can carry."""
    (cli.folder / "good").write_bytes(b"1")
    (cli.folder / "odd\udcff").write_bytes(b"2")
    done = cli("files", "upload", "odd\udcff", "good")
    assert done.code == 1
    assert len(first_cells(done.out)) == 1
    assert "error: odd\\udcff: the name of 'file' has a lone surrogate" in done.err


def test_an_unknown_file_is_not_downloaded(cli: CommandLine) -> None:
    done = cli("files", "download", "file-none")
    assert (done.code, done.out) == (4, "")
    assert "file-none" in done.err
    assert list(cli.folder.iterdir()) == []


@pytest.mark.parametrize("size", [20_000_000, 1000], ids=["sending", "waiting for the answer"])
def test_ctrl_c_stops_an_upload(bare: CommandLine, size: int) -> None:
    """Soon, though the server never answers; what is not there is named."""
    names = write(bare, one=b"1" * size, two=b"2")
    with SilentServer() as server:
        command = ["files", "upload", *names, "--endpoint", f"{server.url}/v1", "--at-once", "1"]
        with bare.terminal(*command) as terminal:
            terminal.until("one")
            server.wait_for_bytes(size // 100)
            terminal.type("\x03")
            done = terminal.end()
    assert done.code == 130
    assert "stopped: one" in done.out
    assert "stopped: two" in done.out
    assert "Traceback" not in done.out


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("notes.txt", "notes.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\notes.txt", "notes.txt"),
        ("..", "file-1"),
        (".bashrc", "bashrc"),
        ("a\x1b[31m\nb", "a_[31m_b"),
        ("naïve 名.txt", "naïve 名.txt"),
        ("", "file-1"),
        (None, "file-1"),
        ("x" * 300 + ".txt", "x" * 196 + ".txt"),
    ],
)
def test_the_name_of_a_download_stays_in_its_folder(name: str | None, expected: str) -> None:
    assert local_name(name, "file-1") == expected


def test_files_of_one_name_do_not_replace_each_other() -> None:
    files = [("file-1", "a.txt"), ("file-2", "A.TXT"), ("file-3", "b.txt")]
    assert targets(files, Path("d")) == [
        Path("d/a.txt"),
        Path("d/file-2-A.TXT"),
        Path("d/b.txt"),
    ]
