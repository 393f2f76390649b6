-- Every table is a record: rows are added, never changed and never removed.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER run_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON run
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER history_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER judgement_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON judgement
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER recorded_scores_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON recorded_scores
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_plan_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_plan
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_run_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_run
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_supersession_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_supersession
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_lesson_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_lesson
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM history) THEN
    RAISE EXCEPTION 'history has no gap';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER history_has_no_gap BEFORE INSERT ON history
  FOR EACH ROW EXECUTE FUNCTION refuse_gap();
