"""Vectors on PostgreSQL, where the server has pgvector: they are compared there.

`chunk_vectors` gets one more column, which the server computes of the vector as it is stored, so
that whoever writes or copies vectors knows nothing of it. There is no index: an exact answer is the
same as on SQLite; one by HNSW is approximate, the more so where few of the rows are wanted.
"""

import logging
import struct
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, Executable, bindparam, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from .database import SLOW

_LOG = logging.getLogger(__name__)

IS_THERE = text("SELECT 1 AS there WHERE to_regprocedure('vector_of(bytea)') IS NOT NULL")
_CAN_BE = text("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'")

# Four bytes are a float32, the lowest first (IEEE 754): sign, 8 bits of exponent, 23 of fraction.
# What pgvector refuses is NULL: infinities, what is not a number, more than 16,000 dimensions.
_PREPARE = (
    "CREATE EXTENSION IF NOT EXISTS vector",
    """
    CREATE FUNCTION vector_of(data bytea) RETURNS vector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT CASE WHEN max(exponent) < 255 AND count(*) <= 16000 THEN
            array_agg(sign * CASE exponent
                WHEN 0 THEN fraction * power(2::float8, -149)
                ELSE (fraction + 8388608) * power(2::float8, least(exponent, 254) - 150) END
                ORDER BY place
            )::real[]::vector END
        FROM (
            SELECT place,
                1 - 2 * (get_byte(data, place + 3) >> 7) AS sign,
                ((get_byte(data, place + 3) & 127) << 1) + (get_byte(data, place + 2) >> 7)
                    AS exponent,
                ((get_byte(data, place + 2) & 127) << 16) + (get_byte(data, place + 1) << 8)
                    + get_byte(data, place) AS fraction
            FROM generate_series(0, length(data) - 4, 4) AS place
        ) AS parts
    $$
    """,
    "ALTER TABLE chunk_vectors ADD embedding vector GENERATED ALWAYS AS (vector_of(vector)) STORED",
)
_NEAREST = """
    SELECT chunk, max(cosine) AS cosine
    FROM (
        SELECT chunk_vectors.chunk, CASE vector_dims(embedding) WHEN :size
            THEN -(embedding <#> CAST(CAST(:query AS text) AS vector)) END AS cosine
        FROM chunk_vectors JOIN chunks ON chunks.seq = chunk_vectors.chunk
        JOIN vector_store_files AS held ON held.seq = chunks.store_file
        WHERE held.vector_store_id IN :stores AND chunk_vectors.model = :model{more}
    ) AS compared
    WHERE cosine IS NOT NULL GROUP BY chunk ORDER BY max(cosine) DESC, chunk LIMIT :limit
"""
_AMONG = " AND held.seq IN :among"


async def prepare(connection: AsyncConnection) -> None:
    """Have the server compare vectors from now on, if it can and lets us."""
    if (await connection.execute(IS_THERE)).first() or not (
        await connection.execute(_CAN_BE)
    ).first():
        return
    try:
        async with connection.begin_nested():
            for statement in _PREPARE:
                await connection.exec_driver_sql(statement)
    except DBAPIError as error:
        _LOG.info("vectors are compared by the service, not by PostgreSQL: %s", error.orig)


def nearest(
    stores: Sequence[str], model: str, vector: bytes, limit: int, among: Sequence[int] | None
) -> Executable:
    """Return a SELECT of the chunks nearest to a vector of length 1, best first, each once."""
    size = len(vector) // 4
    values: dict[str, Any] = {
        "stores": list(stores),
        "model": model,
        "size": size,
        "query": f"[{','.join(map(repr, struct.unpack(f'<{size}f', vector)))}]",
        "limit": limit,
    }
    several: list[BindParameter[object]] = [bindparam("stores", expanding=True)]
    if among is not None:
        values["among"] = list(among)
        several.append(bindparam("among", expanding=True))
    query = text(_NEAREST.format(more="" if among is None else _AMONG))
    return query.bindparams(*several).bindparams(**values).execution_options(**SLOW)
