CREATE TABLE `upload_people` (
	`unique_id` text NOT NULL,
	`person` text NOT NULL,
	PRIMARY KEY(`unique_id`, `person`),
	FOREIGN KEY (`unique_id`) REFERENCES `uploads`(`unique_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `upload_people`("unique_id", "person") SELECT "unique_id", "person" FROM `uploads`;--> statement-breakpoint
DROP INDEX `drafts_place`;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_submissions` (
	`draft` integer NOT NULL,
	`person` text NOT NULL,
	`request` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`draft`, `request`),
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_submissions`("draft", "person", "request", "at") SELECT "draft", "person", "request", "at" FROM `submissions`;--> statement-breakpoint
DROP TABLE `submissions`;--> statement-breakpoint
ALTER TABLE `__new_submissions` RENAME TO `submissions`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `submissions_person` ON `submissions` (`person`,`at`,`draft`);--> statement-breakpoint
ALTER TABLE `uploads` DROP COLUMN `person`;