-- HateXplain (Mathew et al., AAAI 2021): 18,962 posts, each with the majority of three annotators: 0 normal, 1 offensive,
-- 2 hate. Two readings of it, side by side.
--
-- Given by Assay:  getvariable('data')  folder of preprocessed.csv

SELECT text,
  (label = 2)::INTEGER AS hateful,   -- as HateCheck's authors read their training sets: whatever is not hate is not
  (label >= 1)::INTEGER AS abusive,  -- hate and offence together
FROM read_csv(getvariable('data') || '/preprocessed.csv', header = true, all_varchar = false);
