-- The rows of the simulated panel up to the as-of day, numbered anew each time.
SELECT row_number() OVER (ORDER BY country, day) AS row, *
FROM 'made/panel.parquet'
WHERE day <= coalesce(getvariable('as_of'), DATE '9999-12-31');
