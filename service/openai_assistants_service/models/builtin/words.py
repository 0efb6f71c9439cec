"""Words: take sentences and names apart, and tell which words are forms of the same one."""

import re
import unicodedata
from functools import lru_cache

_NAME_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")


def normalized(text: str) -> str:
    """Return the text with one spelling for what Unicode can write in several ways."""
    return unicodedata.normalize("NFKC", text).translate({0x2019: "'", 0x2018: "'"})


def words(text: str) -> list[str]:
    """Return the words of a sentence, in lower case."""
    return re.findall(r"[^\W_]+", normalized(text).casefold())


_COMMON = (
    "a an the this that these those there here it its is are was were be been am do does did done "
    "has have had having i me my mine we us our you your he him his she her they them their who "
    "whom whose which what when where why how and or but if then than so as at by for from in "
    "into of on off onto out to up with about between please can could would will shall should "
    "may might must let s t re ve ll d m don just also too very much many some any each every all "
    "both no not like right now today tomorrow currently tell know want need help give show get "
    "see list find look check compare make thanks thank hello hi hey ok okay use using used one "
    "ones "
)
STOP = frozenset(_COMMON.split())


def name_words(name: str) -> list[str]:
    """Split a name like getUserName or user_name into words, in lower case."""
    return [word.lower() for word in _NAME_PART.findall(name)]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the word without its ending: "orders" is "order", "booking" is "book"."""
    if len(word) < 4:
        return word
    word = word.replace("our", "or") if len(word) > 5 else word
    word = re.sub(r"ies$", "y", word)
    word = re.sub(r"(?<=ss|sh|ch)es$|(?<=[xz])es$|(?<![sui])s$", "", word)
    word = re.sub(r"(?<=\w{3})(?:ing|ed)$", "", word)
    word = re.sub(r"([^aeioulsz])\1$", r"\1", word)
    return word.removesuffix("e") if len(word) > 3 else word


def stems(text: str) -> list[str]:
    """Return the stems of the words of a sentence that carry meaning, in order."""
    return [stem(word) for word in words(text) if word not in STOP]


def all_stems(text: str) -> frozenset[str]:
    """Return the stems of all words of a sentence."""
    return frozenset(stem(word) for word in words(text))
