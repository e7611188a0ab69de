-- a sheet that is to be taken is checked first, in pieces: the job goes on with it as well
DROP INDEX imports_waiting;
--> statement-breakpoint
CREATE INDEX imports_waiting ON imports (id) WHERE status IN ('reading', 'checking', 'taking');

--> statement-breakpoint
-- The registry's full-text index, and the mark from which the requests of before are taken into the registry.
CREATE VIRTUAL TABLE registry_search USING fts5 (
  search, who, content = 'registry', content_rowid = 'request', tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
--> statement-breakpoint
CREATE TRIGGER registry_found AFTER INSERT ON registry
BEGIN
  INSERT INTO registry_search (rowid, search, who) VALUES (NEW.request, NEW.search, NEW.who);
END;
--> statement-breakpoint
CREATE TRIGGER registry_refound AFTER UPDATE ON registry WHEN OLD.search <> NEW.search OR OLD.who <> NEW.who
BEGIN
  INSERT INTO registry_search (registry_search, rowid, search, who) VALUES ('delete', OLD.request, OLD.search, OLD.who);
  INSERT INTO registry_search (rowid, search, who) VALUES (NEW.request, NEW.search, NEW.who);
END;
--> statement-breakpoint
CREATE TRIGGER registry_lost AFTER DELETE ON registry
BEGIN
  INSERT INTO registry_search (registry_search, rowid, search, who) VALUES ('delete', OLD.request, OLD.search, OLD.who);
END;
--> statement-breakpoint
INSERT INTO meta (key, value)
SELECT 'registry-left', CAST(max(id) AS TEXT) FROM requests HAVING max(id) IS NOT NULL;
