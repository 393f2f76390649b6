-- Country x day rows for the forecast 'does an internet shutdown start here within seven days?'
--
-- Given by Assay:  getvariable('data')   folder of the Access Now snapshot and of polity5.csv
--                  getvariable('as_of')  DATE or NULL: nothing after this day may be seen
--
-- The rule of this file: what a row says about `day` is computed from the state of the world on `day`.
-- Only the label and its event id look forward. A build as of an earlier day therefore gives the same
-- features, which check_no_lookahead.sql tests.
--
-- What the rule cannot give: the snapshot does not say when a record was entered. A start counts as
-- known on its own day, though Access Now publishes some of them months later. Five starts since 2016
-- were first listed in the edition of the following year or later.

-- A replay never runs past the last recorded start: quiet days after it are days nobody has recorded yet.
SET VARIABLE last_day = (
  SELECT least(coalesce(getvariable('as_of')::DATE, max(start_date)::DATE), max(start_date)::DATE)
  FROM read_parquet(getvariable('data') || '/access_now_snapshot_2026-05-20.parquet'));

-- 2016 is history only, so that the 365-day windows are full on the first row.
SET VARIABLE first_history_day = DATE '2016-01-01';
SET VARIABLE first_row_day = DATE '2017-01-01';

CREATE OR REPLACE TEMP TABLE known_countries AS
SELECT iso3, name, polity_code, region
FROM read_csv('countries.csv', header = true,
  columns = {'iso3': 'VARCHAR', 'name': 'VARCHAR', 'polity_code': 'VARCHAR', 'region': 'VARCHAR'});

-- One record a country: Access Now writes cross-border shutdowns as 'Laos; Myanmar'.
-- A name that countries.csv lacks is an error, because dropping it would silently turn events into negatives.
CREATE OR REPLACE TEMP TABLE records AS
WITH listed AS (
  SELECT trim(unnest(string_split(country, ';'))) AS name, * EXCLUDE (country, region)
  FROM read_parquet(getvariable('data') || '/access_now_snapshot_2026-05-20.parquet')
  WHERE start_date::DATE <= getvariable('last_day')),
unknown AS (
  SELECT string_agg(DISTINCT name, ' | ' ORDER BY name) AS names FROM listed ANTI JOIN known_countries USING (name))
SELECT
  coalesce(c.iso3, error('countries.csv has no row for: ' || (SELECT names FROM unknown))) AS iso3,
  l.start_date::DATE AS start_day,
  l.count_year AS edition,
  -- An end after last_day has not happened yet. Three records end before they start: slips of a digit.
  CASE WHEN l.end_date::DATE <= getvariable('last_day')
    THEN greatest(l.end_date::DATE, l.start_date::DATE) END AS end_day,
  -- The last day on which the shutdown is known to run. 'Ongoing' holds to the end of the year that lists it;
  -- an end nobody recorded vouches for the first day only, since most shutdowns are over in two days.
  least(getvariable('last_day'), CASE
    WHEN l.end_date IS NOT NULL THEN greatest(l.end_date::DATE, l.start_date::DATE)
    WHEN l.shutdown_status = 'Ongoing' THEN make_date(l.count_year, 12, 31)
    ELSE l.start_date::DATE END) AS runs_until,
  contains(l.shutdown_extent, 'Full network') AS is_network,
  l.actual_cause = 'Elections' OR coalesce(l.election = 'Yes', false) AS is_election,
  l.actual_cause = 'Protests' AS is_protest,
  l.actual_cause = 'Exam cheating' AS is_exam,
  l.actual_cause = 'Conflict' AS is_conflict,
  l.actual_cause = 'Communal violence' AS is_communal,
  l.actual_cause IN ('Information control', 'Political instability') AS is_control,
  coalesce(l.geo_scope LIKE '%more than one state%', false) AS is_wide
FROM listed l LEFT JOIN known_countries c ON c.name = l.name;

-- The unit that is counted is a day on which a country starts a shutdown. Records are not: a ban that lasts
-- is listed again every year with its old start (Iran's of 2009 ten times), and one order to several
-- districts is one record in one year and nine in another.
CREATE OR REPLACE TEMP TABLE starts AS
WITH listed AS (SELECT *, min(edition) OVER (PARTITION BY iso3, start_day) AS first_edition FROM records)
SELECT iso3, start_day,
  count(*) FILTER (edition = first_edition) AS records,
  bool_or(is_network) AS is_network, bool_or(is_election) AS is_election, bool_or(is_protest) AS is_protest,
  bool_or(is_exam) AS is_exam, bool_or(is_conflict) AS is_conflict, bool_or(is_communal) AS is_communal,
  bool_or(is_control) AS is_control, bool_or(is_wide) AS is_wide
FROM listed GROUP BY iso3, start_day;

-- Which countries get rows must not depend on what happens later. Polity5 chose its countries (states of half
-- a million people) without regard to shutdowns; whoever else appears (Palestine, Somaliland, New Caledonia)
-- enters on the day of its first shutdown, not before: earlier rows would be there only because of it.
CREATE OR REPLACE TEMP TABLE members AS
SELECT c.iso3, c.region, c.polity_code,
  CASE WHEN c.polity_code IS NOT NULL THEN getvariable('first_row_day')
    ELSE greatest(min(s.start_day), getvariable('first_row_day')) END AS first_row_day
FROM known_countries c LEFT JOIN starts s USING (iso3)
GROUP BY c.iso3, c.region, c.polity_code HAVING c.polity_code IS NOT NULL OR count(s.start_day) > 0;

-- The score of a year describes its end and is used from the next January on. Polity5 stops in 2018: the last
-- score is carried forward, and its age is a feature so that a model can learn to distrust it.
-- Years of foreign interruption and anarchy without a score (Bosnia) stay unknown.
CREATE OR REPLACE TEMP TABLE regimes AS
WITH scores AS (
  SELECT trim(scode) AS polity_code, year AS score_year, polity2
  FROM read_csv(getvariable('data') || '/polity5.csv', sample_size = -1)
  WHERE polity2 IS NOT NULL AND year >= 2005),
years AS (
  SELECT m.iso3, m.region, m.polity_code, y.year::BIGINT AS year
  FROM members m, range(year(getvariable('first_history_day')), year(getvariable('last_day')) + 1) AS y(year))
SELECT y.iso3, y.region, y.year, now.polity2,
  now.polity2 - before.polity2 AS polity2_change,
  y.year - now.score_year AS polity2_age
FROM years y
ASOF LEFT JOIN scores now ON now.polity_code = y.polity_code AND now.score_year <= y.year - 1
-- Five years before the score itself, not before the row: else the change would fade out as the score ages.
LEFT JOIN scores before ON before.polity_code = y.polity_code AND before.score_year = now.score_year - 5;

-- The dense grid lets every window be counted in rows.
CREATE OR REPLACE TEMP TABLE grid AS
WITH days AS (
  SELECT unnest(generate_series(
    getvariable('first_history_day'), getvariable('last_day'), INTERVAL 1 DAY))::DATE AS day),
ended AS (
  -- Logarithms, as whole thousandths: one nine-year cut would swamp a mean, and integer sums do not depend on
  -- the order in which threads add them.
  SELECT iso3, end_day AS day, count(*)::INTEGER AS ended,
    sum(round(1000 * ln(1 + end_day - start_day)))::INTEGER AS log_duration
  FROM (SELECT DISTINCT iso3, start_day, end_day FROM records WHERE end_day IS NOT NULL) GROUP BY ALL),
runs AS (
  SELECT iso3, start_day, is_network, max(runs_until) AS runs_until FROM records GROUP BY ALL),
turns AS (
  SELECT iso3, day, sum(turn) FILTER (is_network)::INTEGER AS network_turn,
    sum(turn) FILTER (NOT is_network)::INTEGER AS service_turn
  FROM (
    SELECT iso3, greatest(start_day, getvariable('first_history_day')) AS day, is_network, 1 AS turn FROM runs
    WHERE runs_until >= getvariable('first_history_day')
    UNION ALL
    SELECT iso3, runs_until + 1, is_network, -1 FROM runs WHERE runs_until >= getvariable('first_history_day'))
  GROUP BY ALL)
SELECT m.iso3, d.day,
  (s.start_day IS NOT NULL)::INTEGER AS started,
  coalesce(s.records, 0)::INTEGER AS records,
  coalesce(s.is_network, false)::INTEGER AS network,
  coalesce(s.is_wide, false)::INTEGER AS wide,
  coalesce(s.is_election, false)::INTEGER AS election,
  coalesce(s.is_protest, false)::INTEGER AS protest,
  coalesce(s.is_exam, false)::INTEGER AS exam,
  coalesce(s.is_conflict, false)::INTEGER AS conflict,
  coalesce(s.is_communal, false)::INTEGER AS communal,
  coalesce(s.is_control, false)::INTEGER AS control,
  coalesce(e.ended, 0) AS ended, coalesce(e.log_duration, 0) AS log_duration,
  coalesce(t.network_turn, 0) AS network_turn, coalesce(t.service_turn, 0) AS service_turn
FROM members m CROSS JOIN days d
LEFT JOIN starts s ON s.iso3 = m.iso3 AND s.start_day = d.day
LEFT JOIN ended e ON e.iso3 = m.iso3 AND e.day = d.day
LEFT JOIN turns t ON t.iso3 = m.iso3 AND t.day = d.day;

CREATE OR REPLACE TEMP TABLE history AS
SELECT iso3, day,
  -- The only two columns that look forward.
  CASE WHEN day + 7 <= getvariable('last_day') THEN max(started) OVER ahead END AS label,
  CASE WHEN day + 7 <= getvariable('last_day')
    THEN min(CASE WHEN started = 1 THEN day END) OVER ahead END AS next_start,
  max(CASE WHEN started = 1 THEN day END) OVER past AS last_start,
  sum(started) OVER d7 AS starts_7d,
  sum(started) OVER d30 AS starts_30d,
  sum(started) OVER d90 AS starts_90d,
  sum(started) OVER d365 AS starts_365d,
  sum(started) OVER d1095 AS starts_1095d,
  sum(records) OVER d30 AS records_30d,
  sum(network) OVER d365 AS network_365d,
  sum(wide) OVER d365 AS wide_365d,
  sum(election) OVER d365 AS election_365d,
  sum(protest) OVER d365 AS protest_365d,
  sum(exam) OVER d365 AS exam_365d,
  sum(conflict) OVER d365 AS conflict_365d,
  sum(communal) OVER d365 AS communal_365d,
  sum(control) OVER d365 AS control_365d,
  sum(ended) OVER d365 AS ended_365d,
  sum(log_duration) OVER d365 AS log_duration_365d,
  sum(network_turn) OVER past AS ongoing_network,
  sum(service_turn) OVER past AS ongoing_service,
  -- The coming week as it was one, two and three years ago, with a week's slack on both sides because school
  -- calendars move. Frames that reach into 2015 are empty and give NULL, which the mean below leaves out.
  max(started) OVER y1 AS season_1, max(started) OVER y2 AS season_2, max(started) OVER y3 AS season_3,
  max(exam) OVER y1 AS exam_1, max(exam) OVER y2 AS exam_2, max(exam) OVER y3 AS exam_3
FROM grid
WINDOW
  past AS (PARTITION BY iso3 ORDER BY day ROWS UNBOUNDED PRECEDING),
  ahead AS (PARTITION BY iso3 ORDER BY day ROWS BETWEEN 1 FOLLOWING AND 7 FOLLOWING),
  d7 AS (PARTITION BY iso3 ORDER BY day ROWS 6 PRECEDING),
  d30 AS (PARTITION BY iso3 ORDER BY day ROWS 29 PRECEDING),
  d90 AS (PARTITION BY iso3 ORDER BY day ROWS 89 PRECEDING),
  d365 AS (PARTITION BY iso3 ORDER BY day ROWS 364 PRECEDING),
  d1095 AS (PARTITION BY iso3 ORDER BY day ROWS 1094 PRECEDING),
  y1 AS (PARTITION BY iso3 ORDER BY day ROWS BETWEEN 371 PRECEDING AND 351 PRECEDING),
  y2 AS (PARTITION BY iso3 ORDER BY day ROWS BETWEEN 736 PRECEDING AND 716 PRECEDING),
  y3 AS (PARTITION BY iso3 ORDER BY day ROWS BETWEEN 1101 PRECEDING AND 1081 PRECEDING);

-- Contagion: a shutdown next door weighs more the more alike the two regimes are, exp(-|difference| / 5).
-- borders.csv holds land borders of the states themselves, without overseas territories (no France-Brazil).
-- An unknown score counts as one scale apart. Only days with something to pass on are joined, and counts are
-- dampened by a logarithm, or India alone would be the signal of its whole region.
-- The weights are summed as decimals: the sum of doubles would depend on the order of the threads.
CREATE OR REPLACE TEMP TABLE contagion AS
WITH borders AS (
  SELECT * FROM read_csv('borders.csv', header = true, columns = {'iso3': 'VARCHAR', 'neighbour': 'VARCHAR'})),
adjacent AS (
  SELECT iso3, neighbour FROM borders UNION ALL SELECT neighbour, iso3 FROM borders),
pairs AS (
  SELECT a.iso3, b.iso3 AS other, a.year, n.iso3 IS NOT NULL AS is_neighbour, a.region = b.region AS is_region,
    coalesce(exp(-abs(a.polity2 - b.polity2) / 5.0), exp(-1)) AS likeness
  FROM regimes a
  JOIN regimes b ON b.year = a.year AND b.iso3 <> a.iso3
  LEFT JOIN adjacent n ON n.iso3 = a.iso3 AND n.neighbour = b.iso3
  WHERE n.iso3 IS NOT NULL OR a.region = b.region),
active AS (
  SELECT iso3, day, year(day) AS year, ln(1 + starts_30d) AS activity, ongoing_network > 0 AS is_dark
  FROM history
  WHERE day >= getvariable('first_row_day') AND (starts_30d > 0 OR ongoing_network > 0))
SELECT p.iso3, a.day,
  sum((p.likeness * a.activity)::DECIMAL(12, 6)) FILTER (p.is_neighbour) AS neighbours,
  sum((p.likeness * a.activity)::DECIMAL(12, 6)) FILTER (p.is_region) AS region,
  count(*) FILTER (p.is_neighbour AND a.is_dark) AS dark_neighbours
FROM active a JOIN pairs p ON p.other = a.iso3 AND p.year = a.year
GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE world AS
SELECT day, count(*) FILTER (starts_30d > 0) AS countries_30d, sum(starts_7d) AS starts_7d
FROM history WHERE day >= getvariable('first_row_day') GROUP BY day;

SELECT
  h.iso3 AS country,
  h.day,
  m.region,
  CASE WHEN r.polity2 <= -6 THEN 'autocracy' WHEN r.polity2 <= 5 THEN 'anocracy'
    WHEN r.polity2 <= 10 THEN 'democracy' ELSE 'unknown' END AS regime,
  -- The form that Access Now's recorders filled in changed: before 2019 neither an election nor a status is
  -- recorded. Fewer countries were watched, too.
  CASE WHEN h.day < DATE '2019-01-01' THEN 'coverage-2017' ELSE 'coverage-2019' END AS source,
  h.iso3 || '-' || h.next_start AS event,
  h.label AS shutdown_within_7d,

  -- NULL: none since 2016.
  (h.day - h.last_start)::FLOAT AS days_since_shutdown,
  h.starts_7d::FLOAT AS starts_7d,
  h.starts_30d::FLOAT AS starts_30d,
  h.starts_90d::FLOAT AS starts_90d,
  h.starts_365d::FLOAT AS starts_365d,
  -- A rate, because the years on record grow from one to three.
  (h.starts_1095d * 365.0 / least(1095, h.day - getvariable('first_history_day') + 1))::FLOAT AS starts_a_year,
  h.records_30d::FLOAT AS records_30d,
  h.ongoing_network::FLOAT AS ongoing_network,
  h.ongoing_service::FLOAT AS ongoing_service,
  (exp(h.log_duration_365d / (1000.0 * nullif(h.ended_365d, 0))))::FLOAT AS typical_duration_365d,
  (h.network_365d / nullif(h.starts_365d, 0))::FLOAT AS network_share_365d,
  (h.wide_365d / nullif(h.starts_365d, 0))::FLOAT AS wide_share_365d,
  h.election_365d::FLOAT AS election_365d,
  h.protest_365d::FLOAT AS protest_365d,
  h.exam_365d::FLOAT AS exam_365d,
  h.conflict_365d::FLOAT AS conflict_365d,
  h.communal_365d::FLOAT AS communal_365d,
  h.control_365d::FLOAT AS control_365d,
  sin(2 * pi() * dayofyear(h.day) / 365.25)::FLOAT AS season_sin,
  cos(2 * pi() * dayofyear(h.day) / 365.25)::FLOAT AS season_cos,
  list_avg([h.season_1, h.season_2, h.season_3])::FLOAT AS same_weeks_past_years,
  list_avg([h.exam_1, h.exam_2, h.exam_3])::FLOAT AS exam_weeks_past_years,
  r.polity2::FLOAT AS polity2,
  r.polity2_change::FLOAT AS polity2_change_5y,
  r.polity2_age::FLOAT AS polity2_age_years,
  coalesce(c.neighbours, 0)::FLOAT AS contagion_neighbours_30d,
  coalesce(c.region, 0)::FLOAT AS contagion_region_30d,
  coalesce(c.dark_neighbours, 0)::FLOAT AS dark_neighbours,
  (w.countries_30d - (h.starts_30d > 0)::INTEGER)::FLOAT AS world_countries_30d,
  (w.starts_7d - h.starts_7d)::FLOAT AS world_starts_7d
FROM history h
JOIN members m ON m.iso3 = h.iso3 AND h.day >= m.first_row_day
JOIN regimes r ON r.iso3 = h.iso3 AND r.year = year(h.day)
JOIN world w ON w.day = h.day
LEFT JOIN contagion c ON c.iso3 = h.iso3 AND c.day = h.day
ORDER BY h.iso3, h.day;
