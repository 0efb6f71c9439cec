"""The lock of the templates of openapi-python-client that ours shadow.

When the generator is bumped and one of them changed, somebody has to look at what changed before
ours goes on standing in for it. `python -m codegen --lock` writes the lock anew.
"""

import json
from importlib.metadata import version
from pathlib import Path

import openapi_python_client

from .manifest import digest

GENERATOR = "0.29.1"
LOCK = "upstream.lock.json"


def shadowed(templates: Path) -> dict[str, str]:
    """The digests of the upstream templates that have a file of the same name among ours."""
    theirs = Path(openapi_python_client.__file__).parent / "templates"
    ours = sorted(path.name for path in templates.glob("*.jinja"))
    return {name: digest(theirs / name) for name in ours if (theirs / name).exists()}


def write_lock(templates: Path) -> None:
    """Accepts the upstream templates as they are now."""
    content = {"openapi-python-client": version("openapi-python-client")}
    lock = {**content, "templates": shadowed(templates)}
    (templates / LOCK).write_text(json.dumps(lock, indent=1) + "\n", encoding="utf-8")


def check_lock(templates: Path) -> None:
    """Refuses another generator, or upstream templates other than those that were looked at."""
    lock = json.loads((templates / LOCK).read_text(encoding="utf-8"))
    installed = version("openapi-python-client")
    if installed != GENERATOR or lock["openapi-python-client"] != GENERATOR:
        raise RuntimeError(
            f"openapi-python-client {GENERATOR} is needed, not {installed}: make install"
        )
    now = shadowed(templates)
    changed = sorted(name for name in now if now[name] != lock["templates"].get(name))
    changed += sorted(set(lock["templates"]) - set(now))
    if changed:
        raise RuntimeError(
            f"templates/{LOCK}: not what was locked: {changed}. Compare the upstream templates "
            "with ours, then accept them with `python -m codegen --lock`."
        )
