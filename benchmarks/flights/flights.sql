-- Three million flights: will one arrive more than 15 minutes late? The file has no id; its rows are numbered.
SELECT
  file_row_number AS flight,
  date::DATE AS day,
  (delay > 15)::INTEGER AS late,
  origin,
  destination,
  distance,
  dayofweek(date) AS weekday,
  hour(date) AS hour,
  month(date) AS month
FROM read_parquet(getvariable('flights'), file_row_number = true);
