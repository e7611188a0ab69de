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
ALTER TABLE `files` ADD `page` text;--> statement-breakpoint
ALTER TABLE `letters` ADD `decided_by` text;--> statement-breakpoint
ALTER TABLE `people` ADD `email` text;