-- Times are ISO 8601 in UTC; hashes are lower-case hexadecimal.

CREATE TABLE run (
  position       BIGINT NOT NULL UNIQUE,
  run_id         TEXT   NOT NULL PRIMARY KEY,
  experiment     TEXT   NOT NULL,
  inputs_key     TEXT   NOT NULL,
  as_of          TEXT,
  opponent       TEXT,
  candidate      TEXT,
  outcome        TEXT   NOT NULL CHECK (outcome IN ('PROMOTE', 'HOLD')),
  verdict_object TEXT   NOT NULL,
  folder         TEXT   NOT NULL,
  started_at     TEXT   NOT NULL,
  finished_at    TEXT   NOT NULL,
  experiment_text TEXT  NOT NULL,
  guarded        TEXT   NOT NULL,
  configuration  TEXT   NOT NULL
);
CREATE INDEX run_by_inputs ON run (inputs_key, position);
CREATE INDEX run_by_experiment ON run (experiment, position);

CREATE TABLE history (
  sequence          BIGINT NOT NULL PRIMARY KEY,
  kind              TEXT   NOT NULL
    CHECK (kind IN ('BASELINE', 'PROMOTE', 'HOLD', 'FORCED_PROMOTE', 'ROLLBACK')),
  bundle            TEXT   NOT NULL,
  previous_champion TEXT,
  actor             TEXT   NOT NULL,
  reason            TEXT   NOT NULL,
  run_id            TEXT,
  verdict           TEXT CHECK (verdict IN ('PROMOTE', 'HOLD')),
  happened_at       TEXT   NOT NULL
);

CREATE TABLE judgement (
  run_id       TEXT NOT NULL REFERENCES run (run_id),
  candidate    TEXT NOT NULL,
  holdout      TEXT NOT NULL,
  holdout_hash TEXT NOT NULL,
  PRIMARY KEY (run_id, candidate, holdout)
);
CREATE INDEX judgement_by_holdout ON judgement (holdout_hash, candidate);

CREATE TABLE recorded_scores (
  run_id       TEXT NOT NULL REFERENCES run (run_id),
  bundle       TEXT NOT NULL,
  holdout_hash TEXT NOT NULL,
  scores_hash  TEXT NOT NULL,
  PRIMARY KEY (bundle, holdout_hash, run_id)
);

CREATE TABLE ledger_plan (
  position   BIGINT NOT NULL PRIMARY KEY,
  entry_id   TEXT   NOT NULL UNIQUE,
  experiment TEXT   NOT NULL,
  hypothesis TEXT   NOT NULL,
  expected   TEXT   NOT NULL,
  builds_on  TEXT REFERENCES run (run_id),
  actor      TEXT   NOT NULL,
  frozen_at  TEXT   NOT NULL
);

CREATE TABLE ledger_run (
  entry_id    TEXT NOT NULL PRIMARY KEY REFERENCES ledger_plan (entry_id),
  run_id      TEXT NOT NULL REFERENCES run (run_id),
  difference  TEXT NOT NULL,
  measured    TEXT NOT NULL,
  outcome     TEXT NOT NULL CHECK (outcome IN ('PROMOTE', 'HOLD')),
  recorded_at TEXT NOT NULL
);

CREATE TABLE ledger_supersession (
  entry_id      TEXT NOT NULL PRIMARY KEY REFERENCES ledger_plan (entry_id),
  superseded_by TEXT NOT NULL REFERENCES ledger_plan (entry_id),
  superseded_at TEXT NOT NULL
);

CREATE TABLE ledger_lesson (
  entry_id   TEXT   NOT NULL REFERENCES ledger_plan (entry_id),
  position   BIGINT NOT NULL,
  lesson     TEXT   NOT NULL,
  next       TEXT   NOT NULL,
  actor      TEXT   NOT NULL,
  learned_at TEXT   NOT NULL,
  PRIMARY KEY (entry_id, position)
);
