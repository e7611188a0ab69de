ALTER TABLE `files` ADD `page` text;--> statement-breakpoint
ALTER TABLE `letters` ADD `decided_by` text;--> statement-breakpoint
ALTER TABLE `people` ADD `email` text;