CREATE TABLE `letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`request` integer NOT NULL,
	`kind` text NOT NULL,
	`n` integer NOT NULL,
	`status` text NOT NULL,
	`due_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`address` text,
	`message_id` text,
	`why` text,
	`answer` text,
	`at` integer NOT NULL,
	`sent_at` integer,
	`eml` text,
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letters_sent" CHECK(("letters"."status" = 'sent') = ("letters"."sent_at" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_kind` ON `letters` (`request`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `letters_n` ON `letters` (`request`,`n`);--> statement-breakpoint
CREATE INDEX `letters_due` ON `letters` (`due_at`) WHERE status IN ('held', 'waiting', 'sending');