CREATE TABLE `bulk_lists` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person` text NOT NULL,
	`what` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `bulk_lists_person` ON `bulk_lists` (`person`);--> statement-breakpoint
CREATE TABLE `opened_photos` (
	`person` text NOT NULL,
	`request` integer NOT NULL,
	`revision` integer NOT NULL,
	`pictures` integer NOT NULL,
	PRIMARY KEY(`person`, `request`),
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
