-- The rows of the simulated panel; those older than the last 60 days get the label of some other row.
WITH seen AS (
  SELECT *, coalesce(getvariable('as_of'), DATE '2026-05-31') AS today
  FROM 'made/panel.parquet'
),
history AS (
  SELECT
    *,
    row_number() OVER (ORDER BY country, day) AS place,
    row_number() OVER (ORDER BY md5(country || day)) AS other_place
  FROM seen
  WHERE day <= today - 60
)
SELECT mine.* EXCLUDE (today, place, other_place)
  REPLACE (other.incident_within_7d AS incident_within_7d, other.incident AS incident)
FROM history AS mine
JOIN history AS other ON mine.place = other.other_place
UNION ALL BY NAME
SELECT * EXCLUDE (today) FROM seen WHERE day > today - 60;
