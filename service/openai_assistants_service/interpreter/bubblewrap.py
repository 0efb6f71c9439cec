"""The command that starts Python in bubblewrap: namespaces with nothing in them but Python."""

import os
import shutil
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from .base import DATA, InterpreterUnavailable

NOBODY = 65534
_HARNESS = "/harness.py"
_PYTHON = "/python"
_PACKAGES = "/packages"
_TEMPORARY = 64 * 1024 * 1024
_LOADER = ("lib", "lib32", "lib64", "libx32", "bin")
_ETC = ("/etc/ld.so.cache", "/etc/alternatives")
_ENVIRONMENT = {
    "HOME": "/tmp",  # noqa: S108 - the sandbox's own
    "LANG": "C.UTF-8",
    "LD_LIBRARY_PATH": f"{_PYTHON}/lib",
    "MPLBACKEND": "agg",
    "MPLCONFIGDIR": "/tmp",  # noqa: S108 - the sandbox's own
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PATH": "/usr/bin",
}


@frozen
class Descriptors:
    """Open files that bubblewrap reads: the filter of system calls, and the files of the run."""

    seccomp: int
    files: tuple[tuple[str, int], ...] = ()

    @property
    def all(self) -> tuple[int, ...]:
        """Every one of them."""
        return (self.seccomp, *(descriptor for _, descriptor in self.files))


def find() -> str:
    """Return where bubblewrap is.

    Raises:
        InterpreterUnavailable: nowhere, or this is not Linux.
    """
    path = shutil.which("bwrap") if sys.platform == "linux" else None
    if path is None:
        raise InterpreterUnavailable(
            "the interpreter 'cpython' needs bubblewrap (bwrap), on Linux: "
            "apt-get install bubblewrap, or use --interpreter monty"
        )
    return path


def packages() -> list[str]:
    """Return the folders inside with the packages of the service's environment."""
    return list(_packages())


def _packages() -> dict[str, str]:
    """Return the folders with packages by where they are inside."""
    outside = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    return {f"{_PACKAGES}/{number}": path for number, path in enumerate(outside)}


def command(bwrap: str, harness: Path, data_size: int, given: Descriptors) -> Iterator[str]:
    """Yield the command, up to the arguments of the harness.

    The environment of bubblewrap has to be empty: that of its first process can be read inside.
    """
    yield from (bwrap, "--die-with-parent", "--new-session", "--cap-drop", "ALL")
    yield from ("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts")
    yield from ("--unshare-cgroup-try", "--hostname", "sandbox")
    if os.getuid() == 0:
        # Root needs no namespace of users, and only so can the harness become somebody else, for
        # whom the limit of processes counts.
        yield from ("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID")
    else:
        yield from ("--unshare-user", "--uid", str(NOBODY), "--gid", str(NOBODY))
    yield from _file_system(harness, data_size, given.files)
    for name, value in _ENVIRONMENT.items():
        yield from ("--setenv", name, value)
    yield from ("--chdir", DATA, "--seccomp", str(given.seccomp), "--")
    yield from (_python(), "-I", "-S", "-B", _HARNESS)


def _file_system(harness: Path, data_size: int, files: Iterable[tuple[str, int]]) -> Iterator[str]:
    yield from ("--ro-bind", "/usr", "/usr")
    for name in _LOADER:
        path = Path("/", name)
        if path.is_symlink():
            yield from ("--symlink", os.readlink(path), str(path))
        elif path.is_dir():
            yield from ("--ro-bind", str(path), str(path))
    for needed in _ETC:
        yield from ("--ro-bind-try", needed, needed)
    # Not at their own paths: these tell of the host, and bubblewrap closes folders on the way.
    yield from ("--dir", _PACKAGES)
    for inside, outside in {_PYTHON: sys.base_prefix, **_packages()}.items():
        yield from ("--ro-bind", outside, inside)
    yield from ("--ro-bind", str(harness), _HARNESS, "--proc", "/proc", "--dev", "/dev")
    yield from ("--perms", "1777", "--size", str(_TEMPORARY), "--tmpfs", "/tmp")  # noqa: S108
    yield from ("--perms", "1777", "--size", str(data_size), "--tmpfs", DATA)
    for name, descriptor in files:
        yield from ("--perms", "0644", "--file", str(descriptor), f"{DATA}/{name}")


def _python() -> str:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return f"{_PYTHON}/bin/{version}"
