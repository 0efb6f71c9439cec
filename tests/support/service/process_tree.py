"""What the system says of processes."""

from pathlib import Path


def children(pid: int) -> list[int]:
    """Return the processes that a process started and that run."""
    said = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(each) for each in said.split()]


def is_there(pid: int) -> bool:
    """Whether there is a process of this number, be it one whose end nobody has heard of yet."""
    return Path(f"/proc/{pid}").exists()
