CREATE TABLE `bulk_lists` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person` text NOT NULL,
	`what` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `bulk_lists_person` ON `bulk_lists` (`person`);--> statement-breakpoint
CREATE TABLE `day_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`request` integer NOT NULL,
	`person` text,
	`n` integer,
	`document` text,
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `day_entries_at` ON `day_entries` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `invoices` (
	`request` integer PRIMARY KEY NOT NULL,
	`supplier` text NOT NULL,
	`number` text NOT NULL,
	`year` integer NOT NULL,
	`account` text,
	`bank` text,
	`live` integer NOT NULL,
	`to_pay` integer,
	`paid_at` integer,
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `invoices_twins` ON `invoices` (`supplier`,`number`,`year`,`request`) WHERE live = 1;--> statement-breakpoint
CREATE INDEX `invoices_paid` ON `invoices` (`supplier`,`paid_at`) WHERE paid_at IS NOT NULL AND account IS NOT NULL;--> statement-breakpoint
CREATE INDEX `invoices_to_pay` ON `invoices` (`supplier`,`to_pay`) WHERE to_pay IS NOT NULL;--> statement-breakpoint
CREATE TABLE `opened_photos` (
	`person` text NOT NULL,
	`request` integer NOT NULL,
	`revision` integer NOT NULL,
	`pictures` integer NOT NULL,
	PRIMARY KEY(`person`, `request`),
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `paid_lines` (
	`key` text PRIMARY KEY NOT NULL,
	`request` integer NOT NULL,
	`n` integer NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `paid_lines_payment` ON `paid_lines` (`request`,`n`);--> statement-breakpoint
CREATE TABLE `planned_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`import` integer NOT NULL,
	`row` integer NOT NULL,
	`kind` text NOT NULL,
	`deal` integer,
	`amount` integer,
	`currency` text,
	`plan` text NOT NULL,
	`status` text NOT NULL,
	`payment` integer,
	FOREIGN KEY (`import`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `planned_rows_import` ON `planned_rows` (`import`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `planned_rows_payment` ON `planned_rows` (`payment`) WHERE payment IS NOT NULL;--> statement-breakpoint
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
ALTER TABLE `files` ADD `page` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `decided_by` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `swept_at` integer;--> statement-breakpoint
CREATE INDEX `imports_unswept` ON `imports` (`at`) WHERE status IN ('preview', 'done', 'cancelled', 'refused') AND swept_at IS NULL;--> statement-breakpoint
ALTER TABLE `letters` ADD `stopped_at` integer;--> statement-breakpoint
ALTER TABLE `letters` ADD `decided_by` text;--> statement-breakpoint
ALTER TABLE `participants` ADD `shelf` integer;--> statement-breakpoint
ALTER TABLE `participants` ADD `filed_on` text;--> statement-breakpoint
ALTER TABLE `participants` ADD `supplier` text;--> statement-breakpoint
CREATE INDEX `participants_shelf` ON `participants` (`person`,`shelf`,`filed_on`,`request`);--> statement-breakpoint
CREATE INDEX `participants_supplier` ON `participants` (`person`,`supplier`,`shelf`,`filed_on`,`request`) WHERE supplier IS NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `email` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `email_by` text;