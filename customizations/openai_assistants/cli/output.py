"""Where a command prints to: a terminal, with colours and bars, or a pipe, without."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from . import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console


class Output:
    """Results go to `out`, all else to `err`.

    In a terminal tables are drawn and fit its width. In a pipe they are lines of cells with a tab
    between them, with no heading and nothing cut short.
    """

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self.out = out
        self.err = err
        self.in_terminal = out.isatty()

    @classmethod
    def of_process(cls) -> Output:
        """That of this process; what its encoding has no character for is escaped."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return cls(sys.stdout, sys.stderr)

    def table(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table."""
        if not self.in_terminal:
            self.out.write(text.tab_separated(rows))
            return
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False, header_style="bold")
        for title in titles:
            # An id is to be copied: it stays whole, and the others make room.
            table.add_column(title, overflow="fold", no_wrap=title == "ID")
        for row in rows:
            table.add_row(*map(Text, row))
        self.console().print(table)

    def fields(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Names with their values."""
        if not self.in_terminal:
            self.out.write(text.tab_separated(pairs))
            return
        from rich.table import Table
        from rich.text import Text

        grid = Table.grid(padding=(0, 2, 0, 0))
        for name, value in pairs:
            grid.add_row(Text(name, style="bold"), Text(value, overflow="fold"))
        self.console().print(grid)

    def json(self, document: object) -> None:
        """A JSON document."""
        self.line(text.to_json(document))

    def line(self, words: str) -> None:
        """A line of the result."""
        self.out.write(f"{text.printable(words)}\n")
        self.out.flush()

    def piece(self, words: str) -> None:
        """A piece of the result, as it comes."""
        self.out.write(text.printable(words))
        self.out.flush()

    def note(self, words: str) -> None:
        """A line that is not of the result."""
        self.err.write(f"{text.printable(words)}\n")
        self.err.flush()

    def console(self, *, of_errors: bool = False) -> Console:
        """The console of rich, which takes nothing in a text for markup."""
        from rich.console import Console

        file = self.err if of_errors else self.out
        return Console(file=file, markup=False, highlight=False, emoji=False)
