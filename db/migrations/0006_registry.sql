CREATE TABLE `registry` (
	`request` integer PRIMARY KEY NOT NULL,
	`shelf` integer NOT NULL,
	`filed_on` text NOT NULL,
	`supplier` text,
	`rework` integer NOT NULL,
	`rejected` integer NOT NULL,
	`total` integer NOT NULL,
	`search` text NOT NULL,
	`who` text NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shelf`) REFERENCES `registry_shelves`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `registry_shelf` ON `registry` (`shelf`,`filed_on`,`request`);--> statement-breakpoint
CREATE INDEX `registry_supplier` ON `registry` (`supplier`,`shelf`,`filed_on`,`request`) WHERE supplier IS NOT NULL;--> statement-breakpoint
CREATE INDEX `registry_day` ON `registry` (`filed_on`,`request`);--> statement-breakpoint
CREATE TABLE `registry_screens` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `registry_screens_person` ON `registry_screens` (`person`,`id`);--> statement-breakpoint
CREATE TABLE `registry_shelves` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`place` text NOT NULL,
	`process` text NOT NULL,
	`process_version` integer NOT NULL,
	`stage` text NOT NULL,
	`status` text NOT NULL,
	`papers` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `registry_shelves_of` ON `registry_shelves` (`place`,`process`,`process_version`,`stage`,`status`,`papers`);--> statement-breakpoint
CREATE TABLE `supplier_counts` (
	`person` text NOT NULL,
	`supplier` text NOT NULL,
	`shelf` integer NOT NULL,
	`count` integer NOT NULL,
	`rework` integer NOT NULL,
	`rejected` integer NOT NULL,
	`total` integer NOT NULL,
	PRIMARY KEY(`person`, `supplier`, `shelf`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `participants` ADD `shelf` integer;--> statement-breakpoint
ALTER TABLE `participants` ADD `filed_on` text;--> statement-breakpoint
ALTER TABLE `participants` ADD `supplier` text;--> statement-breakpoint
CREATE INDEX `participants_shelf` ON `participants` (`person`,`shelf`,`filed_on`,`request`);--> statement-breakpoint
CREATE INDEX `participants_supplier` ON `participants` (`person`,`supplier`,`shelf`,`filed_on`,`request`) WHERE supplier IS NOT NULL;