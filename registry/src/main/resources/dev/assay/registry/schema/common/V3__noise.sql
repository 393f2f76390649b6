-- How far the figures of a champion's configuration move with the seed alone.

CREATE TABLE noise (
  position         BIGINT NOT NULL PRIMARY KEY,
  champion         TEXT   NOT NULL,
  experiment       TEXT   NOT NULL,
  data_fingerprint TEXT   NOT NULL,
  actor            TEXT   NOT NULL,
  measured_at      TEXT   NOT NULL,
  -- The position of the last run on record then, 0 where there was none: later runs know of it.
  after_run        BIGINT NOT NULL
);
CREATE INDEX noise_by_champion ON noise (champion, position);

CREATE TABLE noise_floor (
  position    BIGINT  NOT NULL REFERENCES noise (position),
  place       INTEGER NOT NULL,
  holdout     TEXT    NOT NULL,
  metric      TEXT    NOT NULL,
  figures     TEXT    NOT NULL,
  same_scores INTEGER NOT NULL CHECK (same_scores IN (0, 1)),
  PRIMARY KEY (position, holdout, metric)
);
