"""What full-text search compares: the terms of a text, the same on both sides.

Texts that look alike have the same terms: compatibility forms (NFKC), case and the accents of
Latin, Greek and Cyrillic letters do not count, nor do the vowel signs of Arabic and Hebrew. Scripts
that are written without spaces (Chinese, Japanese, Thai, ...), or with particles attached to words
(Korean), are cut into pairs of characters, as is usual where there is no dictionary.

What is indexed is stored: a change here needs a migration that makes the terms anew.
"""

import re
import unicodedata
from collections.abc import Iterator

PAIRED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f"  # Burmese
    "\u1100-\u11ff"  # Korean letters
    "\u1780-\u17ff"  # Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"  # Japanese
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"  # Chinese characters
    "\uac00-\ud7a3"  # Korean syllables
)
"""The scripts that are cut into pairs, as the inside of a regular expression's brackets."""

_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640"
_IGNORED = re.compile(f"[{_MARKS}\u200b-\u200f\ufeff\u00ad]")
_INDIC = "\u0900-\u0963\u0966-\u0dff"  # vowel signs are no word characters to `re`
_LETTERS = rf"[^\W{PAIRED}]"
_TERM = re.compile(rf"(?P<paired>[{PAIRED}]+)|{_LETTERS}+(?:[{_INDIC}]+{_LETTERS}*)*")


def index_terms(text: str) -> str:
    """Return the terms of a text as they are indexed, with spaces between them."""
    terms: list[str] = []
    for term, paired in _terms(text):
        terms += _pairs(term) if paired else [term]
        if paired:
            terms.append(term[-1])  # so that each character begins a term
    return " ".join(terms)


def query_terms(text: str) -> list[str]:
    """Return the terms to look for, each once.

    A lone character of a script that is cut into pairs ends in `*`: any term will do that begins
    with it.
    """
    terms: list[str] = []
    for term, paired in _terms(text):
        if not paired:
            terms.append(term)
        elif len(term) == 1:
            terms.append(f"{term}*")
        else:
            terms += _pairs(term)
    return list(dict.fromkeys(terms))


def _terms(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the words of a text, and whether they are of a script that is cut into pairs."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = unicodedata.normalize("NFKC", _IGNORED.sub("", plain)).casefold()
    for match in _TERM.finditer(plain):
        yield match[0], match["paired"] is not None


def _pairs(word: str) -> list[str]:
    return [word[at : at + 2] for at in range(len(word) - 1)]
