"""Ids as the API writes them: a prefix and random letters and digits."""

import random
import string

_ALPHABET = string.ascii_letters + string.digits
_HEX = "0123456789abcdef"


class Ids:
    """Makes ids from a source of randomness, which a test may replace by a seeded one."""

    def __init__(self, source: random.Random | None = None) -> None:
        self._source = source or random.SystemRandom()

    def new(self, prefix: str) -> str:
        """Make an id such as `msg_` and 24 letters and digits (files have a hyphen)."""
        joint = "-" if prefix == "file" else "_"
        return prefix + joint + "".join(self._source.choices(_ALPHABET, k=24))

    def hexadecimal(self, prefix: str) -> str:
        """Make an id such as `vs_` or `req_` and 32 hexadecimal digits."""
        return f"{prefix}_" + "".join(self._source.choices(_HEX, k=32))
