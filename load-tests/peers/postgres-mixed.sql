-- The counting step in PostgreSQL as a results database is mostly written: batches of forms as they come in,
-- from the whole country; totals of all five levels, each a row; a row a form in the log. It tells newer,
-- duplicate, stale and conflict apart, and keeps a machine's re-read beside a person's form, as postgres.sql does.
--
-- Rows are locked in one order everywhere, so that two clients never wait for each other in a circle. The
-- nation's row is every batch's: who has it is alone until its commit is on disk.

CREATE TABLE mixed_station (
  station bigint PRIMARY KEY,
  state smallint NOT NULL,
  person boolean NOT NULL,
  rank int NOT NULL,
  hash bigint NOT NULL,
  a int NOT NULL, b int NOT NULL, c int NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE mixed_totals (
  area int PRIMARY KEY,
  a bigint NOT NULL CHECK (a >= 0),
  b bigint NOT NULL CHECK (b >= 0),
  c bigint NOT NULL CHECK (c >= 0),
  counted int NOT NULL CHECK (counted >= 0),
  held int NOT NULL CHECK (held >= 0)
) WITH (fillfactor = 50);

CREATE TABLE mixed_log (
  seq bigserial PRIMARY KEY,
  station bigint NOT NULL,
  at bigint NOT NULL,
  outcome smallint NOT NULL,
  form bytea NOT NULL
);

CREATE FUNCTION count_mixed(
  at bigint, stations bigint[], villages int[], kecamatan int[], kabupaten int[], provinces int[],
  heads int[], ranks int[], hashes bigint[], va int[], vb int[], vc int[], forms bytea[]
) RETURNS int[] LANGUAGE plpgsql AS $$
DECLARE
  outcomes int[];
BEGIN
  PERFORM 1 FROM mixed_station WHERE station = ANY (stations) ORDER BY station FOR UPDATE;
  WITH sent AS (
    SELECT * FROM unnest(stations, villages, kecamatan, kabupaten, provinces, heads, ranks, hashes, va, vb, vc, forms)
      WITH ORDINALITY AS s (station, kel, kec, kab, prov, head, rank, hash, a, b, c, form, nr)
  ), judged AS MATERIALIZED (
    SELECT s.*, o.state AS was, o.a AS oa, o.b AS ob, o.c AS oc, o.person AS by_person,
      CASE
        WHEN o.rank > s.rank THEN 17
        WHEN o.rank = s.rank AND o.hash = s.hash THEN 16
        WHEN o.rank = s.rank THEN 18
        WHEN o.person AND s.head & 8 = 0 AND o.rank >> 16 = s.rank >> 16 THEN 5
        ELSE s.head & 7
      END AS outcome
    FROM sent s LEFT JOIN mixed_station o ON o.station = s.station
  ), news AS (
    SELECT station, kel, kec, kab, prov, nr, rank, hash, outcome, form, coalesce(was, 0) AS was,
      coalesce(oa, 0) AS oa, coalesce(ob, 0) AS ob, coalesce(oc, 0) AS oc,
      CASE WHEN outcome < 5 THEN outcome WHEN was = 1 THEN 1 ELSE 2 END AS state,
      CASE WHEN outcome < 5 THEN head & 8 <> 0 ELSE by_person END AS person,
      CASE WHEN outcome < 5 THEN a ELSE oa END AS a,
      CASE WHEN outcome < 5 THEN b ELSE ob END AS b,
      CASE WHEN outcome < 5 THEN c ELSE oc END AS c
    FROM judged WHERE outcome < 16
  ), kept AS (
    INSERT INTO mixed_station
      SELECT station, state, person, rank, hash, a, b, c FROM news ORDER BY station
      ON CONFLICT (station) DO UPDATE SET state = EXCLUDED.state, person = EXCLUDED.person,
        rank = EXCLUDED.rank, hash = EXCLUDED.hash, a = EXCLUDED.a, b = EXCLUDED.b, c = EXCLUDED.c
  ), logged AS (
    INSERT INTO mixed_log (station, at, outcome, form)
      SELECT station, count_mixed.at, outcome, form FROM news ORDER BY nr
  ), moved AS (
    SELECT level.area,
      sum(CASE state WHEN 1 THEN a ELSE 0 END - CASE was WHEN 1 THEN oa ELSE 0 END) AS a,
      sum(CASE state WHEN 1 THEN b ELSE 0 END - CASE was WHEN 1 THEN ob ELSE 0 END) AS b,
      sum(CASE state WHEN 1 THEN c ELSE 0 END - CASE was WHEN 1 THEN oc ELSE 0 END) AS c,
      sum((state = 1)::int - (was = 1)::int) AS counted,
      sum((state = 2)::int - (was = 2)::int) AS held
    FROM news, LATERAL (VALUES (0), (prov), (kab), (kec), (kel)) level (area)
    GROUP BY level.area ORDER BY level.area
  ), summed AS (
    INSERT INTO mixed_totals AS t SELECT area, a, b, c, counted, held FROM moved
      ON CONFLICT (area) DO UPDATE SET a = t.a + EXCLUDED.a, b = t.b + EXCLUDED.b,
        c = t.c + EXCLUDED.c, counted = t.counted + EXCLUDED.counted, held = t.held + EXCLUDED.held
  )
  SELECT array_agg(outcome ORDER BY nr) INTO outcomes FROM judged;
  RETURN outcomes;
END $$;
