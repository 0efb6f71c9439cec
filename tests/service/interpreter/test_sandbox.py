"""What no program may do, whichever interpreter runs it: each is refused, or stopped in time."""

import time
from pathlib import Path

import pytest
from tests.support.service.programs import run_all

from openai_assistants_service.interpreter.base import Interpreter

SECRET = "tell-no-one"

REFUSALS = {
    "a secret file": "open('/etc/shadow').read()",
    "the passwords": "open('/etc/passwd').read()",
    "files of root": "import os\nos.listdir('/root')",
    "files of home": "import os\nos.listdir('/home')",
    "the folder of the service": "import os\nos.listdir({folder!r})",
    "a file of the service": "open({folder!r} + '/secret').read()",
    "its environment": "import os\nos.environ['SECRET_OF_THE_TEST']",
    "the first process's environment": "open('/proc/1/environ').read()",
    "the first process's memory": "open('/proc/1/mem', 'rb').read(1)",
    "writing outside": "open({folder!r} + '/made', 'w').write('x')",
    "writing to the system": "open('/usr/bin/made', 'w').write('x')",
    "the network": "import socket\nsocket.create_connection(('127.0.0.1', {port}), 2)",
    "a name": "import socket\nsocket.getaddrinfo('example.com', 80)[0][4]",
    "a server": "import socket\nsocket.socket().bind(('127.0.0.1', 0))",
    "a subprocess": "import subprocess\nsubprocess.run(['/bin/true'], check=True)",
    "a shell": "import os\nassert os.system('/bin/true') == 0",
    "a process": "import os\nos.fork()",
    "a process of multiprocessing": (
        "import multiprocessing\nmultiprocessing.Process(target=print).start()"
    ),
    "a signal to the first process": "import os\nos.kill(1, 9)",
    "a signal to all": "import os\nos.kill(-1, 9)",
    "another user": "import os\nos.setuid(0)\nassert os.getuid() == 0",
    "a device": "open('/dev/mem', 'rb').read(1)",
    "raising a limit": (
        "import resource\nresource.setrlimit(resource.RLIMIT_AS, (1 << 40, 1 << 40))"
    ),
    "tracing": "import ctypes\nassert ctypes.CDLL(None).ptrace(16, 1, 0, 0) == 0",
    "a namespace": "import ctypes\nassert ctypes.CDLL(None).unshare(0x10000000) == 0",
    "a mount": "import ctypes\nassert ctypes.CDLL(None).mount(b'/', b'/tmp', b'', 4096, 0) == 0",
    "keys": "import ctypes\nassert ctypes.CDLL(None).syscall(250, 0, -3, 0) >= 0",
    "io_uring": "import ctypes\nassert ctypes.CDLL(None).syscall(425, 1, bytes(200)) >= 0",
    "bpf": "import ctypes\nassert ctypes.CDLL(None).syscall(321, 0, bytes(200), 100) >= 0",
    "a user fault": "import ctypes\nassert ctypes.CDLL(None).syscall(323, 0) >= 0",
    "clone3": "import ctypes\nassert ctypes.CDLL(None).syscall(435, bytes(88), 88) >= 0",
    "input to a terminal": "import fcntl\nfcntl.ioctl(0, 0x5412, b'x')",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SECRET_OF_THE_TEST", SECRET)
    (tmp_path / "secret").write_text(SECRET)
    (tmp_path / "secret").chmod(0o644)
    tmp_path.chmod(0o777)
    return tmp_path


@pytest.mark.parametrize("what", REFUSALS)
def test_refused(interpreter: Interpreter, folder: Path, what: str, listening: int) -> None:
    program = REFUSALS[what].replace("{folder!r}", repr(str(folder)))
    program = program.replace("{port}", str(listening))
    (outcome,) = run_all(interpreter, f"{program}\nprint('it was done')")
    assert outcome.error
    assert "it was done" not in outcome.logs
    assert SECRET not in outcome.text
    assert sorted(path.name for path in folder.iterdir()) == ["secret"]


STOPPED = {
    "an endless loop": "while True: pass",
    "an endless loop that catches": (
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    ),
    "memory": "'x' * 10**10",
    "memory by and by": "data = []\nwhile True: data.append('x' * 100_000)",
    "a long number": "len(str(9 ** 10**8))",
    "recursion": "def f(n): return f(n + 1)\nf(0)",
    "a flood of output": "while True: print('more and more and more')",
    "one long line": "print('x' * 10**6)",
    "a fork bomb": "import os\nwhile True: os.fork()",
    "a bomb of threads": (
        "import threading, time\n"
        "while True: threading.Thread(target=time.sleep, args=(60,)).start()"
    ),
    "a large file": "open('large', 'wb').write(bytes(200 * 1024 * 1024))",
    "many large files": (
        "for n in range(20): open(f'large{n}', 'wb').write(bytes(16 * 1024 * 1024))"
    ),
    "leaving": "import os\nos._exit(0)",
    "a crash": "import ctypes\nctypes.string_at(0)",
    "sleeping": "import time\ntime.sleep(600)\n1 / 0",
}


REASONS = ("Error", "SystemExit", "The program", "killed after")
"""What a person can tell from why it ended."""


@pytest.mark.parametrize("what", STOPPED)
def test_stopped(interpreter: Interpreter, what: str) -> None:
    began = time.monotonic()
    outcome, after = run_all(interpreter, STOPPED[what], "print('still there')")
    assert outcome.error
    assert any(reason in outcome.error for reason in REASONS), outcome.error
    assert len(outcome.text) < 25_000
    assert time.monotonic() - began < 20
    assert after.logs == "still there\n"
