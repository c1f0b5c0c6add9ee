namespace Outreach.Benchmarks.Peers;

/// <summary>Full text with unaccent, and trigrams of the phrasings: what the two extensions are for.</summary>
internal static class PostgresSql
{
    public const string Prepare = """
        CREATE EXTENSION unaccent;
        CREATE EXTENSION pg_trgm;
        CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple);
        ALTER TEXT SEARCH CONFIGURATION plain ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
        CREATE TABLE entry (number int PRIMARY KEY, id text NOT NULL, words tsvector NOT NULL);
        CREATE TABLE phrasing (entry int NOT NULL REFERENCES entry, text text NOT NULL);
        """;

    public const string InsertEntry = """
        INSERT INTO entry VALUES ($1, $2, setweight(to_tsvector('plain', $3), 'A') || setweight(to_tsvector('plain', $4), 'A')
            || setweight(to_tsvector('plain', $5), 'B') || setweight(to_tsvector('plain', $6), 'D'))
        """;

    public const string InsertPhrasings = "INSERT INTO phrasing SELECT $1, lower(unaccent(text)) FROM unnest($2) AS text";

    public const string Finish = """
        CREATE INDEX ON entry USING gin (words);
        CREATE INDEX ON phrasing USING gist (text gist_trgm_ops);
        ANALYZE;
        """;

    /// <summary>Any of the words, ranked by cover density and by the phrasing most like the question; the best entry of each answer.</summary>
    public const string Find = """
        WITH asked AS MATERIALIZED (
            SELECT lower(unaccent($1)) AS text,
                (SELECT coalesce(string_agg(quote_literal(lexeme), ' | '), '')::tsquery FROM unnest(to_tsvector('plain', $1))) AS words),
        nearest AS (
            SELECT entry, 1 - (phrasing.text <-> (SELECT text FROM asked)) AS likeness
            FROM phrasing ORDER BY phrasing.text <-> (SELECT text FROM asked) LIMIT 50),
        near AS (SELECT entry, max(likeness) AS likeness FROM nearest GROUP BY entry)
        SELECT id, max(ln(1 + ts_rank_cd('{0.1, 0.2, 0.4, 1}', entry.words, asked.words, 1)) + 3 * coalesce(likeness, 0))::float8 AS score
        FROM asked, entry LEFT JOIN near ON near.entry = entry.number
        GROUP BY id ORDER BY score DESC LIMIT 10
        """;
}
