-- The counting step in PostgreSQL, as well as we know how: a batch of one province in one statement,
-- under the row lock of the province. What count.lua does, it does: newer, duplicate, stale and conflict are
-- told apart, a machine's re-read waits beside a person's form, old figures leave all areas and new ones
-- enter, the whole forms stand in a log, the province's revision rises, nothing may fall below zero.
--
-- It is flattered where that was simple: one entry a batch in the log (as in Redis) and not a row a form;
-- no NOTIFY, which takes a lock over every commit; a station stands at most once in a batch.

CREATE TABLE position (
  province int PRIMARY KEY,
  epoch int NOT NULL,
  revision bigint NOT NULL
);

CREATE TABLE station (
  province int NOT NULL,
  slot int NOT NULL,
  state smallint NOT NULL,  -- 1 counted, 2 held, 3 stored, 4 withdrawn
  person boolean NOT NULL,
  rank int NOT NULL,        -- generation << 16 | revision
  hash bigint NOT NULL,
  a int NOT NULL, b int NOT NULL, c int NOT NULL,
  PRIMARY KEY (province, slot)
) WITH (fillfactor = 90);

CREATE TABLE totals (
  area int PRIMARY KEY,
  a bigint NOT NULL CHECK (a >= 0),
  b bigint NOT NULL CHECK (b >= 0),
  c bigint NOT NULL CHECK (c >= 0),
  counted int NOT NULL CHECK (counted >= 0),
  held int NOT NULL CHECK (held >= 0)
) WITH (fillfactor = 50);

CREATE TABLE log (
  province int NOT NULL,
  revision bigint NOT NULL,
  at bigint NOT NULL,
  node text NOT NULL,
  forms bytea NOT NULL,
  PRIMARY KEY (province, revision)
);
ALTER TABLE log ALTER forms SET STORAGE EXTERNAL;

-- heads: the first byte of each counting record. Gives what became of each form, as count.lua says it.
CREATE FUNCTION count_batch(
  which int, at bigint, slots int[], kecamatan int[], kabupaten int[], heads int[], ranks int[],
  hashes bigint[], va int[], vb int[], vc int[], forms bytea
) RETURNS int[] LANGUAGE plpgsql AS $$
DECLARE
  outcomes int[];
BEGIN
  INSERT INTO position VALUES (which, 1, 0) ON CONFLICT DO NOTHING;
  PERFORM 1 FROM position WHERE province = which FOR UPDATE;
  WITH sent AS (
    SELECT * FROM unnest(slots, kecamatan, kabupaten, heads, ranks, hashes, va, vb, vc)
      WITH ORDINALITY AS s (slot, kec, kab, head, rank, hash, a, b, c, nr)
  ), judged AS MATERIALIZED (
    SELECT s.*, o.state AS was, o.a AS oa, o.b AS ob, o.c AS oc, o.person AS by_person,
      CASE
        WHEN o.rank > s.rank THEN 17
        WHEN o.rank = s.rank AND o.hash = s.hash THEN 16
        WHEN o.rank = s.rank THEN 18
        WHEN o.person AND s.head & 8 = 0 AND o.rank >> 16 = s.rank >> 16 THEN 5
        ELSE s.head & 7
      END AS outcome
    FROM sent s LEFT JOIN station o ON o.province = which AND o.slot = s.slot
  ), news AS (
    SELECT slot, kec, kab, nr, rank, hash, outcome, coalesce(was, 0) AS was,
      coalesce(oa, 0) AS oa, coalesce(ob, 0) AS ob, coalesce(oc, 0) AS oc,
      CASE WHEN outcome < 5 THEN outcome WHEN was = 1 THEN 1 ELSE 2 END AS state,
      CASE WHEN outcome < 5 THEN head & 8 <> 0 ELSE by_person END AS person,
      CASE WHEN outcome < 5 THEN a ELSE oa END AS a,
      CASE WHEN outcome < 5 THEN b ELSE ob END AS b,
      CASE WHEN outcome < 5 THEN c ELSE oc END AS c
    FROM judged WHERE outcome < 16
  ), stations AS (
    INSERT INTO station
      SELECT which, slot, state, person, rank, hash, a, b, c FROM news
      ON CONFLICT (province, slot) DO UPDATE SET state = EXCLUDED.state, person = EXCLUDED.person,
        rank = EXCLUDED.rank, hash = EXCLUDED.hash, a = EXCLUDED.a, b = EXCLUDED.b, c = EXCLUDED.c
  ), moved AS (
    SELECT kec, kab,
      sum(CASE state WHEN 1 THEN a ELSE 0 END - CASE was WHEN 1 THEN oa ELSE 0 END) AS a,
      sum(CASE state WHEN 1 THEN b ELSE 0 END - CASE was WHEN 1 THEN ob ELSE 0 END) AS b,
      sum(CASE state WHEN 1 THEN c ELSE 0 END - CASE was WHEN 1 THEN oc ELSE 0 END) AS c,
      sum((state = 1)::int - (was = 1)::int) AS counted,
      sum((state = 2)::int - (was = 2)::int) AS held
    FROM news GROUP BY kec, kab
  ), above AS (
    SELECT kab, sum(a) AS a, sum(b) AS b, sum(c) AS c, sum(counted) AS counted, sum(held) AS held
    FROM moved GROUP BY kab
  ), areas AS (
    SELECT kec AS area, a, b, c, counted, held FROM moved
    UNION ALL SELECT kab, a, b, c, counted, held FROM above
    UNION ALL SELECT which, sum(a), sum(b), sum(c), sum(counted), sum(held) FROM above
      HAVING count(*) > 0
  ), summed AS (
    INSERT INTO totals AS t SELECT area, a, b, c, counted, held FROM areas
      ON CONFLICT (area) DO UPDATE SET a = t.a + EXCLUDED.a, b = t.b + EXCLUDED.b,
        c = t.c + EXCLUDED.c, counted = t.counted + EXCLUDED.counted, held = t.held + EXCLUDED.held
  ), raised AS (
    UPDATE position SET revision = revision + 1
      WHERE province = which AND EXISTS (SELECT FROM news) RETURNING revision
  ), logged AS (
    INSERT INTO log SELECT which, revision, at, 'bench', forms FROM raised
  )
  SELECT array_agg(outcome ORDER BY nr) INTO outcomes FROM judged;
  RETURN outcomes;
END $$;
