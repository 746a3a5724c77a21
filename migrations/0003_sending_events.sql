INSERT INTO identity.channels (channel) VALUES ('email'), ('zalo');
--> statement-breakpoint
-- Waves of before became rows when they were made.
UPDATE identity.waves SET frozen_at = created_at;
--> statement-breakpoint
-- A delivery's history. Not that somebody has answered: only the day of that may be known.
CREATE FUNCTION identity.note_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO identity.delivery_events (delivery_id, state, failure, actor)
  VALUES (NEW.id, NEW.state, NEW.failure,
          CASE WHEN NEW.settled_by IS DISTINCT FROM OLD.settled_by THEN NEW.settled_by END);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_delivery AFTER UPDATE ON identity.deliveries
FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state AND NEW.failure IS DISTINCT FROM 'answered')
EXECUTE FUNCTION identity.note_delivery();
