-- Shows that features.sql never looks ahead: rows built as of an early day must say the same as the rows of the
-- same days in a full build.
--
-- Build the rows twice (as_of = the early day, as_of = NULL), write each to a file, and set
--   SET VARIABLE early = 'early.parquet';  SET VARIABLE complete = 'complete.parquet';
-- Every count but the first two must be 0.
CREATE OR REPLACE TEMP TABLE early AS SELECT * FROM read_parquet(getvariable('early'));
CREATE OR REPLACE TEMP TABLE complete AS
SELECT * FROM read_parquet(getvariable('complete')) WHERE day <= (SELECT max(day) FROM early);

SELECT
  (SELECT count(*) FROM early) AS rows_compared,
  (SELECT count(shutdown_within_7d) FROM early) AS labels_compared,
  (SELECT count(*) FROM (
    SELECT * EXCLUDE (event, shutdown_within_7d) FROM early
    EXCEPT SELECT * EXCLUDE (event, shutdown_within_7d) FROM complete)) AS rows_only_early,
  (SELECT count(*) FROM (
    SELECT * EXCLUDE (event, shutdown_within_7d) FROM complete
    EXCEPT SELECT * EXCLUDE (event, shutdown_within_7d) FROM early)) AS rows_only_complete,
  (SELECT count(*) FROM early e JOIN complete c USING (country, day)
    WHERE e.shutdown_within_7d IS NOT NULL
      AND (e.shutdown_within_7d IS DISTINCT FROM c.shutdown_within_7d OR e.event IS DISTINCT FROM c.event)) AS labels_changed,
  -- A label is known exactly when its whole week has passed.
  (SELECT count(*) FROM early WHERE (shutdown_within_7d IS NULL) <> (day + 7 > (SELECT max(day) FROM early)))
    AS labels_known_too_early_or_late,
  (SELECT count(*) FROM early WHERE (event IS NULL) <> (coalesce(shutdown_within_7d, 0) = 0)) AS events_without_label,
  (SELECT count(*) - count(DISTINCT (country, day)) FROM early) AS duplicate_rows;
