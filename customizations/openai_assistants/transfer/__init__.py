"""The way out and in: what an endpoint has, written to a folder, and put into another.

    from openai_assistants.transfer import export, import_folder

    export(client, "backup")
    import_folder(other_client, "backup")

docs/leaving-and-moving.md says what is written, and what becomes of it elsewhere.
"""

from typing import TYPE_CHECKING

from openai_assistants_core.lazy import lazy_exports

if TYPE_CHECKING:
    from ._async.export import async_export
    from ._async.import_folder import async_import_folder
    from ._sync.export import export
    from ._sync.import_folder import import_folder
    from .conversations import write_conversations
    from .errors import TransferError
    from .manifest import FileEntry, Manifest
    from .progress import Progress
    from .registry import ThreadRegistry
    from .report import ImportReport
    from .selection import read_ids

# Written from the imports above by `make generate`.

__all__ = [
    "FileEntry",
    "ImportReport",
    "Manifest",
    "Progress",
    "ThreadRegistry",
    "TransferError",
    "async_export",
    "async_import_folder",
    "export",
    "import_folder",
    "read_ids",
    "write_conversations",
]

__getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "_async.export": ("async_export",),
        "_async.import_folder": ("async_import_folder",),
        "_sync.export": ("export",),
        "_sync.import_folder": ("import_folder",),
        "conversations": ("write_conversations",),
        "errors": ("TransferError",),
        "manifest": ("FileEntry", "Manifest"),
        "progress": ("Progress",),
        "registry": ("ThreadRegistry",),
        "report": ("ImportReport",),
        "selection": ("read_ids",),
    },
)
