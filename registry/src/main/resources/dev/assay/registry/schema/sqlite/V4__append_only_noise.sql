CREATE TRIGGER noise_refuses_update BEFORE UPDATE ON noise
BEGIN SELECT RAISE(ABORT, 'noise is append-only'); END;

CREATE TRIGGER noise_refuses_delete BEFORE DELETE ON noise
BEGIN SELECT RAISE(ABORT, 'noise is append-only'); END;

CREATE TRIGGER noise_floor_refuses_update BEFORE UPDATE ON noise_floor
BEGIN SELECT RAISE(ABORT, 'noise_floor is append-only'); END;

CREATE TRIGGER noise_floor_refuses_delete BEFORE DELETE ON noise_floor
BEGIN SELECT RAISE(ABORT, 'noise_floor is append-only'); END;

-- INSERT OR REPLACE removes a row without firing the triggers of a removal.
CREATE TRIGGER noise_refuses_replacement BEFORE INSERT ON noise
WHEN EXISTS (SELECT 1 FROM noise WHERE position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'noise is append-only'); END;

CREATE TRIGGER noise_floor_refuses_replacement BEFORE INSERT ON noise_floor
WHEN EXISTS (
  SELECT 1 FROM noise_floor
  WHERE position = NEW.position AND holdout = NEW.holdout AND metric = NEW.metric)
BEGIN SELECT RAISE(ABORT, 'noise_floor is append-only'); END;
