-- What drizzle-kit has no words for: the log's guards, search, counters kept by triggers.
CREATE TRIGGER log_no_update BEFORE UPDATE ON log
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER log_no_delete BEFORE DELETE ON log
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;
--> statement-breakpoint
-- REPLACE fires no delete trigger: a row may only come after the last one
CREATE TRIGGER log_at_end BEFORE INSERT ON log
WHEN NEW.seq <> coalesce((SELECT max(seq) FROM log), 0) + 1
  OR EXISTS (SELECT 1 FROM log WHERE request = NEW.request AND n = NEW.n)
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER company_changes_no_update BEFORE UPDATE ON company_changes
BEGIN
  SELECT RAISE(ABORT, 'the changes of the company are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER company_changes_no_delete BEFORE DELETE ON company_changes
BEGIN
  SELECT RAISE(ABORT, 'the changes of the company are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER waiting_counted AFTER INSERT ON waiting
BEGIN
  INSERT INTO inbox_counts (person, place, count, total) VALUES (NEW.person, NEW.place, 1, NEW.total)
  ON CONFLICT (person, place) DO UPDATE SET count = count + 1, total = total + NEW.total;
END;
--> statement-breakpoint
CREATE TRIGGER waiting_recounted AFTER UPDATE OF total ON waiting
WHEN NEW.total <> OLD.total
BEGIN
  UPDATE inbox_counts SET total = total + NEW.total - OLD.total WHERE person = NEW.person AND place = NEW.place;
END;
--> statement-breakpoint
CREATE TRIGGER waiting_uncounted AFTER DELETE ON waiting
BEGIN
  UPDATE inbox_counts SET count = count - 1, total = total - OLD.total WHERE person = OLD.person AND place = OLD.place;
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE goods_search USING fts5 (
  search, content = 'goods', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
--> statement-breakpoint
CREATE TRIGGER goods_found AFTER INSERT ON goods WHEN NEW.active
BEGIN
  INSERT INTO goods_search (rowid, search) VALUES (NEW.key, NEW.search);
END;
--> statement-breakpoint
CREATE TRIGGER goods_refound AFTER UPDATE ON goods WHEN OLD.search <> NEW.search OR OLD.active <> NEW.active
BEGIN
  INSERT INTO goods_search (goods_search, rowid, search) SELECT 'delete', OLD.key, OLD.search WHERE OLD.active;
  INSERT INTO goods_search (rowid, search) SELECT NEW.key, NEW.search WHERE NEW.active;
END;
--> statement-breakpoint
CREATE TRIGGER goods_lost AFTER DELETE ON goods WHEN OLD.active
BEGIN
  INSERT INTO goods_search (goods_search, rowid, search) VALUES ('delete', OLD.key, OLD.search);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE suppliers_search USING fts5 (
  search, content = 'suppliers', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
--> statement-breakpoint
CREATE TRIGGER suppliers_found AFTER INSERT ON suppliers WHEN NEW.active
BEGIN
  INSERT INTO suppliers_search (rowid, search) VALUES (NEW.key, NEW.search);
END;
--> statement-breakpoint
CREATE TRIGGER suppliers_refound AFTER UPDATE ON suppliers WHEN OLD.search <> NEW.search OR OLD.active <> NEW.active
BEGIN
  INSERT INTO suppliers_search (suppliers_search, rowid, search) SELECT 'delete', OLD.key, OLD.search WHERE OLD.active;
  INSERT INTO suppliers_search (rowid, search) SELECT NEW.key, NEW.search WHERE NEW.active;
END;
--> statement-breakpoint
CREATE TRIGGER suppliers_lost AFTER DELETE ON suppliers WHEN OLD.active
BEGIN
  INSERT INTO suppliers_search (suppliers_search, rowid, search) VALUES ('delete', OLD.key, OLD.search);
END;
