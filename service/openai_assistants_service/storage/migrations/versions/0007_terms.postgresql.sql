-- Full-text search: the words of a chunk, stemmed by Porter's algorithm, none left out.
-- What is in a function finds the dictionary wherever the tables are, also while it is restored.

CREATE TEXT SEARCH DICTIONARY terms_stem (TEMPLATE = pg_catalog.snowball, LANGUAGE = porter);

CREATE FUNCTION term_stem(word text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT
RETURN left(coalesce((ts_lexize('terms_stem', word))[1], word), 500);

CREATE FUNCTION terms_words(terms text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT
RETURN (
    SELECT coalesce(string_agg(quote_literal(term_stem(word)) || ':' || least(place, 16383), ' '), '')::tsvector
    FROM regexp_split_to_table(terms, '[ _]+') WITH ORDINALITY AS each(word, place)
    WHERE word <> ''
);

CREATE FUNCTION terms_query(words text[], is_prefix boolean) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT
RETURN (
    SELECT string_agg(
        CASE WHEN is_prefix THEN quote_literal(word) || ':*' ELSE quote_literal(term_stem(word)) END,
        ' <-> ' ORDER BY place
    )::tsquery
    FROM unnest(words) WITH ORDINALITY AS each(word, place)
);

ALTER TABLE chunks ADD COLUMN words tsvector GENERATED ALWAYS AS (terms_words(terms)) STORED;

CREATE INDEX ix_chunks_words ON chunks USING gin (words)
