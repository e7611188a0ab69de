-- a sheet that is to be taken is checked first, in pieces: the job goes on with it as well
DROP INDEX imports_waiting;
--> statement-breakpoint
CREATE INDEX imports_waiting ON imports (id) WHERE status IN ('reading', 'checking', 'taking');
