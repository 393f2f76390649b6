-- The rows of the simulated panel, whose countries are written in lower case from now on.
SELECT * REPLACE (lower(country) AS country)
FROM 'made/panel.parquet';
