-- Every table is a record: rows are added, never changed and never removed.

CREATE TRIGGER run_refuses_update BEFORE UPDATE ON run
BEGIN SELECT RAISE(ABORT, 'run is append-only'); END;

CREATE TRIGGER run_refuses_delete BEFORE DELETE ON run
BEGIN SELECT RAISE(ABORT, 'run is append-only'); END;

CREATE TRIGGER history_refuses_update BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER history_refuses_delete BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER judgement_refuses_update BEFORE UPDATE ON judgement
BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END;

CREATE TRIGGER judgement_refuses_delete BEFORE DELETE ON judgement
BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END;

CREATE TRIGGER recorded_scores_refuses_update BEFORE UPDATE ON recorded_scores
BEGIN SELECT RAISE(ABORT, 'recorded_scores is append-only'); END;

CREATE TRIGGER recorded_scores_refuses_delete BEFORE DELETE ON recorded_scores
BEGIN SELECT RAISE(ABORT, 'recorded_scores is append-only'); END;

CREATE TRIGGER ledger_plan_refuses_update BEFORE UPDATE ON ledger_plan
BEGIN SELECT RAISE(ABORT, 'ledger_plan is append-only'); END;

CREATE TRIGGER ledger_plan_refuses_delete BEFORE DELETE ON ledger_plan
BEGIN SELECT RAISE(ABORT, 'ledger_plan is append-only'); END;

CREATE TRIGGER ledger_run_refuses_update BEFORE UPDATE ON ledger_run
BEGIN SELECT RAISE(ABORT, 'ledger_run is append-only'); END;

CREATE TRIGGER ledger_run_refuses_delete BEFORE DELETE ON ledger_run
BEGIN SELECT RAISE(ABORT, 'ledger_run is append-only'); END;

CREATE TRIGGER ledger_supersession_refuses_update BEFORE UPDATE ON ledger_supersession
BEGIN SELECT RAISE(ABORT, 'ledger_supersession is append-only'); END;

CREATE TRIGGER ledger_supersession_refuses_delete BEFORE DELETE ON ledger_supersession
BEGIN SELECT RAISE(ABORT, 'ledger_supersession is append-only'); END;

CREATE TRIGGER ledger_lesson_refuses_update BEFORE UPDATE ON ledger_lesson
BEGIN SELECT RAISE(ABORT, 'ledger_lesson is append-only'); END;

CREATE TRIGGER ledger_lesson_refuses_delete BEFORE DELETE ON ledger_lesson
BEGIN SELECT RAISE(ABORT, 'ledger_lesson is append-only'); END;

-- INSERT OR REPLACE would take a row's place without asking the triggers above.

CREATE TRIGGER run_refuses_replacement BEFORE INSERT ON run
WHEN EXISTS (SELECT 1 FROM run WHERE run_id = NEW.run_id
  OR position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'run is append-only'); END;

CREATE TRIGGER judgement_refuses_replacement BEFORE INSERT ON judgement
WHEN EXISTS (SELECT 1 FROM judgement WHERE run_id = NEW.run_id AND candidate = NEW.candidate AND holdout = NEW.holdout)
BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END;

CREATE TRIGGER recorded_scores_refuses_replacement BEFORE INSERT ON recorded_scores
WHEN EXISTS (SELECT 1 FROM recorded_scores WHERE bundle = NEW.bundle AND holdout_hash = NEW.holdout_hash AND run_id = NEW.run_id)
BEGIN SELECT RAISE(ABORT, 'recorded_scores is append-only'); END;

CREATE TRIGGER ledger_plan_refuses_replacement BEFORE INSERT ON ledger_plan
WHEN EXISTS (SELECT 1 FROM ledger_plan WHERE position = NEW.position
  OR entry_id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'ledger_plan is append-only'); END;

CREATE TRIGGER ledger_run_refuses_replacement BEFORE INSERT ON ledger_run
WHEN EXISTS (SELECT 1 FROM ledger_run WHERE entry_id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'ledger_run is append-only'); END;

CREATE TRIGGER ledger_supersession_refuses_replacement BEFORE INSERT ON ledger_supersession
WHEN EXISTS (SELECT 1 FROM ledger_supersession WHERE entry_id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'ledger_supersession is append-only'); END;

CREATE TRIGGER ledger_lesson_refuses_replacement BEFORE INSERT ON ledger_lesson
WHEN EXISTS (SELECT 1 FROM ledger_lesson WHERE entry_id = NEW.entry_id AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'ledger_lesson is append-only'); END;

-- A sequence without a gap, and so without a replacement.
CREATE TRIGGER history_has_no_gap BEFORE INSERT ON history
WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM history)
BEGIN SELECT RAISE(ABORT, 'history has no gap'); END;
