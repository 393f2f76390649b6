-- GoEmotions (Demszky et al., ACL 2020): 54,263 comments from Reddit, each with the emotions that raters agreed on.
--
-- Given by Assay:  getvariable('data')  folder of train.tsv, dev.tsv, test.tsv and labels.txt
--
-- The files have no header: the text, the numbers of its emotions joined by commas, the id of the comment. Line
-- number n of labels.txt, counted from 0, names emotion n. A text may hold any quotation mark, so nothing is quoted.

CREATE OR REPLACE TEMP TABLE emotions AS
SELECT row_number() OVER () - 1 AS number, trim(name) AS name
FROM read_csv(getvariable('data') || '/labels.txt', header = false, columns = {'name': 'VARCHAR'}, delim = '\t',
  quote = '', escape = '', parallel = false);

CREATE OR REPLACE TEMP TABLE comments AS
SELECT id, text, numbers, parse_filename(filename, true) AS part
FROM read_csv([getvariable('data') || '/' || part || '.tsv' FOR part IN ['train', 'dev', 'test']],
  header = false, columns = {'text': 'VARCHAR', 'numbers': 'VARCHAR', 'id': 'VARCHAR'}, delim = '\t',
  quote = '', escape = '', filename = true);

SELECT c.id, c.text, string_agg(e.name, ',' ORDER BY e.number) AS emotions, c.part
FROM (SELECT id, text, part, unnest(string_split(numbers, ','))::INTEGER AS number FROM comments) c
JOIN emotions e USING (number)
GROUP BY ALL;
