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
ALTER TABLE `imports` ADD `decided_by` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `swept_at` integer;--> statement-breakpoint
CREATE INDEX `imports_unswept` ON `imports` (`at`) WHERE status IN ('preview', 'done', 'cancelled', 'refused') AND swept_at IS NULL;