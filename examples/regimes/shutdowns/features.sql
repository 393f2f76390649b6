-- Country x week rows for 'does a country that has shut down its internet before do so in the next seven days?'
--
-- Given by Assay:  getvariable('data')      folder of the Access Now snapshot and of polity5.csv
--                  getvariable('as_of')     DATE or NULL: nothing after this day may be seen
--                  getvariable('held_out')  countries whose shutdowns no feature of any row may be made from
--
-- A row is written on a Sunday and knows what had started by then; only the label and its event look forward.
--
-- No feature is made from a country's own shutdowns. A model that learns from own records leans on them (they have
-- 84% of the gain in examples/forecast), and a country that is held out has none: it would be judged on input that
-- it never met in training. What is left is what can be said of a country that nobody has measured: its regime, its
-- neighbours, the season. Shutdowns of held-out countries then only reach others, as contagion, and that is cut.

SET VARIABLE last_day = (
  SELECT least(coalesce(getvariable('as_of')::DATE, max(start_date)::DATE), max(start_date)::DATE)
  FROM read_parquet(getvariable('data') || '/access_now_snapshot_2026-05-20.parquet'));

-- A Sunday. 2016 is history only, so that a year of contagion is full on the first row.
SET VARIABLE first_week = DATE '2017-01-01';

CREATE OR REPLACE TEMP TABLE known_countries AS
SELECT iso3, name, polity_code, region
FROM read_csv('../../forecast/shutdowns/countries.csv', header = true,
  columns = {'iso3': 'VARCHAR', 'name': 'VARCHAR', 'polity_code': 'VARCHAR', 'region': 'VARCHAR'});

-- One row for each day on which a country starts a shutdown. `known` is the number of the first row that knows of it.
-- A name that countries.csv lacks is an error, because dropping it would silently turn events into negatives.
CREATE OR REPLACE TEMP TABLE starts AS
WITH listed AS (
  SELECT trim(unnest(string_split(country, ';'))) AS name, start_date::DATE AS start_day,
    actual_cause = 'Elections' OR coalesce(election = 'Yes', false) AS is_election,
    actual_cause = 'Protests' AS is_protest,
    actual_cause = 'Exam cheating' AS is_exam
  FROM read_parquet(getvariable('data') || '/access_now_snapshot_2026-05-20.parquet')
  WHERE start_date::DATE BETWEEN DATE '2016-01-01' AND getvariable('last_day')),
unknown AS (
  SELECT string_agg(DISTINCT name, ' | ' ORDER BY name) AS names FROM listed ANTI JOIN known_countries USING (name))
SELECT
  coalesce(c.iso3, error('countries.csv has no row for: ' || (SELECT names FROM unknown))) AS iso3,
  l.start_day,
  ceil((l.start_day - getvariable('first_week')) / 7.0)::INTEGER AS known,
  bool_or(is_election) AS is_election, bool_or(is_protest) AS is_protest, bool_or(is_exam) AS is_exam
FROM listed l LEFT JOIN known_countries c ON c.name = l.name
GROUP BY ALL;

-- What other rows may hear of.
CREATE OR REPLACE TEMP TABLE heard AS
SELECT * FROM starts WHERE NOT list_contains(getvariable('held_out'), iso3);

-- A country enters on the first Sunday after its first recorded shutdown. Who gets rows therefore depends on the past
-- alone, and is the same whatever is held out.
CREATE OR REPLACE TEMP TABLE members AS
SELECT c.iso3, c.region, c.polity_code, greatest(0, min(s.known)) AS first_row
FROM known_countries c JOIN starts s USING (iso3) GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE weeks AS
SELECT number::INTEGER AS number, getvariable('first_week') + 7 * number::INTEGER AS week
FROM range((getvariable('last_day') - getvariable('first_week')) // 7 + 1) AS r(number);

-- The score of a year describes its end and is used from the next January on; Polity5 stops in 2018, and the last
-- score is carried forward with its age. Negative codes of components (-66, -77, -88) are no scores.
CREATE OR REPLACE TEMP TABLE regimes AS
WITH scores AS (
  SELECT trim(scode) AS polity_code, year AS score_year, polity2, TRY_CAST(durable AS INTEGER) AS durable,
    CASE WHEN exrec >= 0 THEN exrec END AS exrec, CASE WHEN exconst >= 0 THEN exconst END AS exconst,
    CASE WHEN polcomp >= 0 THEN polcomp END AS polcomp, CASE WHEN parcomp >= 0 THEN parcomp END AS parcomp
  FROM read_csv(getvariable('data') || '/polity5.csv', sample_size = -1)
  WHERE polity2 IS NOT NULL AND year >= 2005),
years AS (
  SELECT m.iso3, m.region, m.polity_code, y.year::BIGINT AS year
  FROM members m, range(year(getvariable('first_week')), year(getvariable('last_day')) + 1) AS y(year))
SELECT y.iso3, y.region, y.year, now.* EXCLUDE (polity_code, score_year),
  now.polity2 - before.polity2 AS polity2_change, y.year - now.score_year AS polity2_age
FROM years y
ASOF LEFT JOIN scores now ON now.polity_code = y.polity_code AND now.score_year <= y.year - 1
LEFT JOIN scores before ON before.polity_code = y.polity_code AND before.score_year = now.score_year - 5;

-- Shutdowns of the last 4 and of the last 52 weeks, by country and week.
CREATE OR REPLACE TEMP TABLE active AS
SELECT iso3, number,
  count(*) AS year_starts,
  count(*) FILTER (number < known + 4) AS month_starts,
  count(*) FILTER (number = known) AS week_starts,
  count(*) FILTER (is_election AND number < known + 4) AS elections,
  count(*) FILTER (is_protest AND number < known + 4) AS protests,
  count(*) FILTER (is_exam AND number < known + 4) AS exams
FROM (SELECT *, unnest(range(greatest(0, known), known + 52))::INTEGER AS number FROM heard)
GROUP BY iso3, number;

-- Contagion: a shutdown elsewhere weighs more the more alike the two regimes are, exp(-|difference| / 5); an unknown
-- score counts as one scale apart. Counts are dampened by a logarithm, or India alone would be the signal of Asia.
-- Weights are summed as decimals: the sum of doubles would depend on the order of the threads.
CREATE OR REPLACE TEMP TABLE pairs AS
WITH borders AS (
  SELECT * FROM read_csv('../../forecast/shutdowns/borders.csv', header = true,
    columns = {'iso3': 'VARCHAR', 'neighbour': 'VARCHAR'})),
adjacent AS (
  SELECT iso3, neighbour FROM borders UNION ALL SELECT neighbour, iso3 FROM borders)
SELECT a.iso3, b.iso3 AS other, a.year, n.iso3 IS NOT NULL AS is_neighbour, a.region = b.region AS is_region,
  coalesce(exp(-abs(a.polity2 - b.polity2) / 5.0), exp(-1)) AS likeness
FROM regimes a
JOIN regimes b ON b.year = a.year AND b.iso3 <> a.iso3
LEFT JOIN adjacent n ON n.iso3 = a.iso3 AND n.neighbour = b.iso3;

CREATE OR REPLACE TEMP TABLE contagion AS
WITH spread AS (
  SELECT a.iso3, a.number, year(w.week) AS year, ln(1 + a.month_starts) AS month, ln(1 + a.year_starts) AS whole_year
  FROM active a JOIN weeks w USING (number)),
of_month AS (
  SELECT p.iso3, s.number,
    sum((p.likeness * s.month)::DECIMAL(12, 6)) AS alike,
    sum((p.likeness * s.month)::DECIMAL(12, 6)) FILTER (p.is_neighbour) AS neighbours,
    sum((p.likeness * s.month)::DECIMAL(12, 6)) FILTER (p.is_region) AS region
  FROM spread s JOIN pairs p ON p.other = s.iso3 AND p.year = s.year
  WHERE s.month > 0 GROUP BY ALL),
of_year AS (
  SELECT p.iso3, s.number,
    sum((p.likeness * s.whole_year)::DECIMAL(12, 6)) FILTER (p.is_neighbour) AS neighbours,
    sum((p.likeness * s.whole_year)::DECIMAL(12, 6)) FILTER (p.is_region) AS region
  FROM spread s JOIN pairs p ON p.other = s.iso3 AND p.year = s.year
  WHERE p.is_neighbour OR p.is_region GROUP BY ALL)
SELECT iso3, number, m.alike AS alike_month, m.neighbours AS neighbours_month, m.region AS region_month,
  y.neighbours AS neighbours_year, y.region AS region_year
FROM of_year y FULL JOIN of_month m USING (iso3, number);

-- What happened in each region and, as the region NULL, in the world; a country's own share is taken off below.
CREATE OR REPLACE TEMP TABLE around AS
SELECT m.region, a.number, sum(a.elections) AS elections, sum(a.protests) AS protests, sum(a.exams) AS exams,
  count(*) FILTER (a.month_starts > 0) AS countries, sum(a.week_starts) AS starts
FROM active a JOIN members m USING (iso3)
GROUP BY GROUPING SETS ((m.region, a.number), (a.number));

-- Starts of the coming week as it was one, two and three years ago, with a week's slack on both sides because school
-- calendars move: exams come back every summer, and in several countries of a region.
CREATE OR REPLACE TEMP TABLE season AS
WITH echoes AS (
  SELECT h.iso3, h.is_exam, h.known - 1 + 52 * back.years + slack.weeks AS number
  FROM heard h CROSS JOIN range(1, 4) AS back(years) CROSS JOIN range(-1, 2) AS slack(weeks))
SELECT m.region, e.iso3, e.number::INTEGER AS number, count(*) AS starts, count(*) FILTER (e.is_exam) AS exams
FROM echoes e JOIN members m USING (iso3)
GROUP BY GROUPING SETS ((m.region, e.iso3, e.number), (m.region, e.number));

SELECT
  m.iso3 AS country,
  w.week,
  m.region,
  CASE WHEN r.polity2 <= -6 THEN 'autocracy' WHEN r.polity2 <= 5 THEN 'anocracy'
    WHEN r.polity2 <= 10 THEN 'democracy' ELSE 'unknown' END AS regime,
  m.iso3 || '-' || n.start_day AS event,
  CASE WHEN w.week + 7 <= getvariable('last_day') THEN (n.start_day IS NOT NULL)::INTEGER END AS shutdown_within_7d,

  r.polity2::FLOAT AS polity2,
  r.polity2_change::FLOAT AS polity2_change_5y,
  r.polity2_age::FLOAT AS polity2_age_years,
  r.durable::FLOAT AS regime_durable_years,
  r.exrec::FLOAT AS executive_recruitment,
  r.exconst::FLOAT AS executive_constraints,
  r.polcomp::FLOAT AS political_competition,
  r.parcomp::FLOAT AS participation,
  coalesce(c.neighbours_month, 0)::FLOAT AS contagion_neighbours_4w,
  coalesce(c.neighbours_year, 0)::FLOAT AS contagion_neighbours_52w,
  coalesce(c.region_month, 0)::FLOAT AS contagion_region_4w,
  coalesce(c.region_year, 0)::FLOAT AS contagion_region_52w,
  coalesce(c.alike_month, 0)::FLOAT AS contagion_alike_4w,
  (coalesce(near.elections, 0) - coalesce(own.elections, 0))::FLOAT AS region_elections_4w,
  (coalesce(near.protests, 0) - coalesce(own.protests, 0))::FLOAT AS region_protests_4w,
  (coalesce(near.exams, 0) - coalesce(own.exams, 0))::FLOAT AS region_exams_4w,
  (coalesce(world.countries, 0) - coalesce((own.month_starts > 0)::INTEGER, 0))::FLOAT AS world_countries_4w,
  (coalesce(world.starts, 0) - coalesce(own.week_starts, 0))::FLOAT AS world_starts_1w,
  (coalesce(past.starts, 0) - coalesce(own_past.starts, 0))::FLOAT AS region_same_weeks_past_years,
  (coalesce(past.exams, 0) - coalesce(own_past.exams, 0))::FLOAT AS region_exam_weeks_past_years,
  sin(2 * pi() * dayofyear(w.week) / 365.25)::FLOAT AS season_sin,
  cos(2 * pi() * dayofyear(w.week) / 365.25)::FLOAT AS season_cos
FROM members m
JOIN weeks w ON w.number >= m.first_row
JOIN regimes r ON r.iso3 = m.iso3 AND r.year = year(w.week)
LEFT JOIN contagion c ON c.iso3 = m.iso3 AND c.number = w.number
LEFT JOIN active own ON own.iso3 = m.iso3 AND own.number = w.number
LEFT JOIN around near ON near.region = m.region AND near.number = w.number
LEFT JOIN around world ON world.region IS NULL AND world.number = w.number
LEFT JOIN season past ON past.region = m.region AND past.iso3 IS NULL AND past.number = w.number
LEFT JOIN season own_past ON own_past.iso3 = m.iso3 AND own_past.number = w.number
LEFT JOIN (SELECT iso3, known - 1 AS number, min(start_day) AS start_day FROM starts GROUP BY ALL) n
  ON n.iso3 = m.iso3 AND n.number = w.number
ORDER BY m.iso3, w.week;
