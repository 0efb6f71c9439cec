"""Words: split names and sentences into them, and tell which mean the same."""

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")


def listed(text: str) -> frozenset[str]:
    """Return the words of a text that is a list of words."""
    return frozenset(text.split())


STOP = listed(
    """
    a an the this that these those there here it its is are was were be been being am do does did
    done has have had having i me my mine we us our you your he him his she her they them their
    who whom whose which what when where why how and or but if then than so as at by for from in
    into of on off onto out over to under up with without about between via per please can could
    would will shall should may might must let s t re ve ll d m just also too very much many some
    any each every all both no not like right now currently today tell know want need help give
    show get see thanks thank hello hi hey ok okay use using used provided provide e g i.e etc one
    ones possible whenever
    """
)

# Words that say little about what a function is for.
VAGUE = listed(
    """
    get fetch retrieve read return look lookup find show list give tell query request call function
    tool api data info information detail value result item thing given specified particular certain
    current user name number id type string text object provided based use optional name e.g state
    """
)

# Groups of words that ask for the same thing; each word is given as its stem.
_RELATED = tuple(
    frozenset(group.split())
    for group in """
        send mail email message text notify dispatch tell
        buy purchase order
        delete remove erase clear drop
        cancel abort revoke
        create make add new open register
        book reserve schedule arrange reservation booking appointment
        schedule plan arrange appointment meet event calendar
        distance far mile kilometer km
        price cost much worth charge fee quote rate pay
        height tall high
        big large size area
        time clock hour
        count number many quantity amount
        place location where address
        phone telephone call dial ring
        person people guest attendee participant member
        population people inhabitant live resident
        movie film
        adjust increase decrease raise lower dim change set
        currency dollar euro pound yen rupee money
        convert exchange change conversion
        translate translation say
        age old
        weight heavy weigh
        duration long length last period
        turn switch set toggle put
        start begin launch run
        stop end halt finish terminate
        search find look locate query
        define definition mean meaning
        add plus sum total addition
        multiply times product multiplication
        subtract minus difference subtraction
        divide division quotient over
        calculate compute work evaluate
        remind reminder remember alert
        note memo
        picture image photo
        car vehicle
        job position vacancy
        shop store
        cheap price cost
        buy price
        song music track tune
        salary pay earn wage
        boss manager supervisor
        employee staff worker
        balance money account
        invoice bill
        customer client
        tip gratuity
        author write wrote written
        release publish
        status state track
        lamp light
        arrive arrival
        depart departure leave
        language speak
        lock unlock
        mark set flag
        upload post publish
        update modify change edit
        assign allocate
        play listen
        summarize summary
        fast speed quick
    """.strip().splitlines()
)

_IRREGULAR = {
    "people": "people",
    "children": "child",
    "men": "man",
    "women": "woman",
    "ran": "run",
    "sent": "send",
    "bought": "buy",
    "sold": "sell",
    "status": "status",
    "news": "news",
    "wrote": "write",
    "colour": "color",
    "centre": "center",
    "metre": "meter",
    "kilometre": "kilometer",
    "litre": "liter",
    "grey": "gray",
    "went": "go",
    "paid": "pay",
    "cost": "cost",
    "times": "times",
    "address": "address",
    "plus": "plus",
    "minus": "minus",
}


def words(text: str) -> list[str]:
    """Split text and names like getUserName or user_name into words, in lower case."""
    return [word.lower() for word in _WORD.findall(text.replace("’", "'"))]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the word without its ending: "orders" is "order", "booking" is "book"."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 5 and "our" in word[3:]:
        word = word.replace("our", "or")
    for ending in ("ies", "ier", "iest"):
        if len(word) > len(ending) + 1 and word.endswith(ending):
            return word[: -len(ending)] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if len(word) > len(ending) + 2 and word.endswith(ending):
            return _restored(word[: -len(ending)])
    return word.removesuffix("e") if len(word) > 4 else word


def _restored(root: str) -> str:
    """Undo a doubled consonant: "stopp" is "stop"."""
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
        return root[:-1]
    return root.removesuffix("e") if len(root) > 4 else root


def stemmed(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that is a list of words."""
    return frozenset(stem(word) for word in text.split())


def stems(text: str) -> list[str]:
    """Return the stems of the words of the text that carry meaning, in order."""
    return [stem(word) for word in words(text) if word not in STOP]


def telling(text: str) -> list[str]:
    """Return the stems that say something specific."""
    return [each for each in stems(text) if each not in _VAGUE_STEMS]


@lru_cache(maxsize=50_000)
def same(one: str, other: str) -> bool:
    """Tell whether two stems are the same word, near enough."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= 4 and long.startswith(short) and long[len(short) :] in _SUFFIXES


@lru_cache(maxsize=50_000)
def related(one: str, other: str) -> bool:
    """Tell whether two stems are the same word or ask for the same thing."""
    return same(one, other) or any(one in group and other in group for group in _RELATED_STEMS)


def any_same(word: str, others: Iterable[str]) -> bool:
    """Tell whether one of the others is the same word."""
    return any(same(word, other) for other in others)


def any_related(word: str, others: Iterable[str]) -> bool:
    """Tell whether one of the others is related to the word."""
    return any(related(word, other) for other in others)


_SUFFIXES = listed("er r or ly al ion ation ment y n ity ness")
_VAGUE_STEMS = frozenset(stem(word) for word in VAGUE)
_RELATED_STEMS = tuple(frozenset(stem(word) for word in group) for group in _RELATED)
