"""Merge what was found by words and by meaning: reciprocal rank fusion.

Each list gives a chunk 1 / (60 + its rank) (Cormack, Clarke and Büttcher, 2009). The list by words
counts as much as the share of the query's words that its best chunk has: where a question has none
of the words of its answer, what shares a "need" or a "high" with it says little.
"""

from collections.abc import Sequence

from attrs import evolve

from ..storage.chunks import RankedChunk

_CONSTANT = 60


def fuse(
    by_words: Sequence[RankedChunk], share: float, by_meaning: Sequence[RankedChunk]
) -> list[RankedChunk]:
    """Return the chunks of both lists, best first; their weights are scores from 0 to 1.

    The best scores the share of the query's words that the first by words has, or the cosine of the
    nearest, whichever is greater; the others fall off with their fused ranks.

    Args:
        share: of the words of the query, what the best chunk by words has.
        by_meaning: their weights are cosines.
    """
    chunks = {one.seq: one for one in (*by_words, *by_meaning)}
    fused = dict.fromkeys(chunks, 0.0)
    for found, weight in ((by_words, share), (by_meaning, 1.0)):
        for rank, one in enumerate(found, start=1):
            fused[one.seq] += weight / (_CONSTANT + rank)
    nearest = by_meaning[0].weight if by_meaning else 0.0
    top = min(1.0, max(share, nearest)) / max(fused.values(), default=1.0)
    order = sorted(fused, key=lambda seq: -fused[seq])
    return [evolve(chunks[seq], weight=fused[seq] * top) for seq in order]
