"""The lock of the files of openapi-python-client that we lean on.

Neither its parser nor its templates are public API. When the generator is bumped and one of these
files changed, somebody has to look at what changed before ours go on building upon it.
`python -m codegen --lock` writes the lock anew.
"""

import json
from importlib.metadata import version
from pathlib import Path

import openapi_python_client

from . import versions
from .manifest import digest

GENERATOR = "openapi-python-client"
LOCK = "upstream.lock.json"

_UPSTREAM = Path(openapi_python_client.__file__).parent

# What our modules import of it, and what these build of a document. A test finds imports that are
# not listed.
USED = (
    "__init__.py",
    "config.py",
    "parser/__init__.py",
    "parser/bodies.py",
    "parser/errors.py",
    "parser/openapi.py",
    "parser/properties/__init__.py",
    "parser/properties/any.py",
    "parser/properties/boolean.py",
    "parser/properties/const.py",
    "parser/properties/file.py",
    "parser/properties/float.py",
    "parser/properties/int.py",
    "parser/properties/list_property.py",
    "parser/properties/literal_enum_property.py",
    "parser/properties/model_property.py",
    "parser/properties/none.py",
    "parser/properties/protocol.py",
    "parser/properties/schemas.py",
    "parser/properties/string.py",
    "parser/properties/union.py",
    "parser/responses.py",
    "schema/__init__.py",
    "schema/untrusted_string.py",
    "strings.py",
)


def current(templates: Path) -> dict[str, str]:
    """The digests of the installed files that we use, or that a template of ours stands in for."""
    ours = (f"templates/{path.relative_to(templates)}" for path in templates.rglob("*.jinja"))
    shadowed = (name for name in ours if (_UPSTREAM / name).exists())
    return {name: digest(_UPSTREAM / name) for name in sorted((*USED, *shadowed))}


def write_lock(root: Path) -> None:
    """Accepts the files as they are now."""
    lock = {GENERATOR: version(GENERATOR), "files": current(root / "templates")}
    (root / "codegen" / LOCK).write_text(json.dumps(lock, indent=1) + "\n", encoding="utf-8")


def check_lock(root: Path) -> None:
    """Refuses another generator, or files of it other than those that were looked at."""
    lock = json.loads((root / "codegen" / LOCK).read_text(encoding="utf-8"))
    versions.require(GENERATOR)
    if lock[GENERATOR] != version(GENERATOR):
        raise RuntimeError(
            f"codegen/{LOCK}: {GENERATOR} {version(GENERATOR)} is needed, not {lock[GENERATOR]}"
        )
    now, then = current(root / "templates"), lock["files"]
    changed = sorted(name for name in {*now, *then} if now.get(name) != then.get(name))
    if changed:
        raise RuntimeError(
            f"codegen/{LOCK}: not what was locked: {changed}. See what changed in them and what "
            "it means for codegen/, then accept them with `python -m codegen --lock`."
        )
