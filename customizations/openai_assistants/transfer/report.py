"""What became of an import."""

from msgspec import Struct, field


class ImportReport(Struct):
    """What became of an import.

    Attributes:
        created: how many objects were written.
        present: how many were there already.
        refused: why something was not written, by the id of its thread, vector store, assistant or
            file.
        left_out: what is not as it was, by the id of the object: links to files that the export
            does not have, and what another endpoint cannot be given.
        id_map: the file with the ids that objects have now; None if they kept theirs.
    """

    created: int = 0
    present: int = 0
    refused: dict[str, str] = field(default_factory=dict[str, str])
    left_out: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    id_map: str | None = None

    def leave_out(self, id: str, what: str) -> None:
        """Notes that an object is not as it was."""
        self.left_out.setdefault(id, []).append(what)
