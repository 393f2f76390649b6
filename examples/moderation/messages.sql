-- A simulated stream of short messages, made from templates.csv by filling the slots of slots.csv: the same rows for the
-- same seed. Every draw is a digest of seed, template, number and purpose, so that a template that is added changes no
-- message of another one.
--
-- Given by Assay:  getvariable('here')    folder of the two tables
--                  getvariable('seed')    any text
--                  getvariable('labels')  'all' for every label that a message deserves, 'first' for the first one alone

CREATE OR REPLACE TEMP MACRO draw(key, purpose) AS
  (md5_number(getvariable('seed') || '/' || key || '/' || purpose) % 1000000)::DOUBLE / 1000000;
CREATE OR REPLACE TEMP MACRO pick(choices, key, purpose) AS
  choices[1 + floor(draw(key, purpose) * len(choices))::INTEGER];

-- The id of a template is made of its words: its place in the file does not matter.
CREATE OR REPLACE TEMP TABLE templates AS
SELECT substr(md5(text), 1, 8) AS template, string_split(coalesce(labels, ''), ';') AS labels, source, text
FROM read_csv(getvariable('here') || '/templates.csv', header = true, delim = '|', quote = '', all_varchar = true);

CREATE OR REPLACE TEMP TABLE slots AS
SELECT map(list(slot), list(choices)) AS slots
FROM (
  SELECT slot, list(value ORDER BY value) AS choices
  FROM read_csv(getvariable('here') || '/slots.csv', header = true, all_varchar = true)
  GROUP BY slot);

CREATE OR REPLACE TEMP TABLE filled AS
SELECT
  template || '-' || n AS id,
  template,
  source,
  labels,
  pick(['message', 'listing', 'review'], template || '-' || n, 'context') AS context,
  list_reduce(
    list_concat([text], map_keys(slots)),
    lambda words, slot: replace(words, '{' || slot || '}', pick(slots[slot], template || '-' || n, slot))) AS words,
  slots
FROM templates, slots, range(4) AS copies(n);

-- Some begin or end as people do, and some do not hold the shift key.
CREATE OR REPLACE TEMP TABLE messages AS
SELECT id, template, source, labels, context,
  CASE WHEN draw(id, 'lower case') < 0.3 THEN lower(words) ELSE upper(words[1]) || words[2:] END AS text
FROM (
  SELECT * REPLACE (
    CASE WHEN draw(id, 'opens') < 0.25 THEN pick(slots['opener'], id, 'opener') || ', ' ELSE '' END
      || words
      || CASE WHEN draw(id, 'closes') < 0.2 THEN ', ' || pick(slots['closer'], id, 'closer') ELSE '' END AS words)
  FROM filled);

-- In a listing sellers may say how they are reached. One label in 25 is overlooked, and one message in 70 gets a label
-- that it does not deserve, as people make mistakes.
CREATE OR REPLACE TEMP TABLE labelled AS
SELECT id, template, source, context, text,
  CASE WHEN getvariable('labels') = 'first' THEN seen[1:1] ELSE seen END AS seen,
  CASE WHEN draw(id, 'mistaken') < 0.015
    THEN pick(['spam', 'contact_info', 'harassment', 'threat', 'self_harm', 'impersonation', 'scam', 'law_enforcement'],
      id, 'mistake') END AS mistaken
FROM (
  SELECT *,
    list_filter(labels, lambda label: NOT (label = 'contact_info' AND context = 'listing')
      AND draw(id, 'overlooked ' || label) >= 0.04) AS seen
  FROM messages);
CREATE OR REPLACE TEMP MACRO has(seen, mistaken, label) AS
  (list_contains(seen, label) OR coalesce(mistaken = label, false))::INTEGER;

SELECT id, template, source, context, text,
  has(seen, mistaken, 'spam') AS spam,
  has(seen, mistaken, 'contact_info') AS contact_info,
  has(seen, mistaken, 'harassment') AS harassment,
  has(seen, mistaken, 'threat') AS threat,
  has(seen, mistaken, 'self_harm') AS self_harm,
  has(seen, mistaken, 'impersonation') AS impersonation,
  has(seen, mistaken, 'scam') AS scam,
  has(seen, mistaken, 'law_enforcement') AS law_enforcement
FROM labelled
QUALIFY row_number() OVER (PARTITION BY text, context ORDER BY id) = 1
ORDER BY id;
