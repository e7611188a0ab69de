CREATE TABLE `attempts` (
	`update_id` integer PRIMARY KEY NOT NULL,
	`tries` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `awaiting` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person` text NOT NULL,
	`message` integer,
	`what` text NOT NULL,
	`request` integer,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `awaiting_person` ON `awaiting` (`person`,`id`);--> statement-breakpoint
CREATE INDEX `awaiting_message` ON `awaiting` (`person`,`message`);--> statement-breakpoint
CREATE INDEX `awaiting_request` ON `awaiting` (`request`);--> statement-breakpoint
CREATE TABLE `cards` (
	`person` text NOT NULL,
	`subject` text NOT NULL,
	`message` integer,
	`form` text,
	`shown` text,
	`sent_at` integer,
	`dirty` integer NOT NULL,
	`marks` integer DEFAULT 0 NOT NULL,
	`ring` integer NOT NULL,
	`lane` text NOT NULL,
	`due_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`person`, `subject`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `cards_dirty` ON `cards` (`lane`,`due_at`) WHERE dirty = 1;--> statement-breakpoint
CREATE INDEX `cards_subject` ON `cards` (`subject`);--> statement-breakpoint
CREATE INDEX `cards_message` ON `cards` (`person`,`message`);--> statement-breakpoint
CREATE TABLE `company_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `conversations` (
	`person` text PRIMARY KEY NOT NULL,
	`draft` integer,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `conversations_draft` ON `conversations` (`draft`);--> statement-breakpoint
CREATE TABLE `departments` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`parent` text,
	`head` text,
	`entity` text NOT NULL,
	`data` text NOT NULL,
	`active` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person` text NOT NULL,
	`process` text NOT NULL,
	`place` text,
	`state` text NOT NULL,
	`request` integer,
	`copy_of` integer,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_person` ON `drafts` (`person`,`process`) WHERE request IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_request` ON `drafts` (`request`,`person`) WHERE request IS NOT NULL;--> statement-breakpoint
CREATE INDEX `drafts_of` ON `drafts` (`person`,`id`);--> statement-breakpoint
CREATE INDEX `drafts_place` ON `drafts` (`place`,`id`);--> statement-breakpoint
CREATE TABLE `entities` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`country` text NOT NULL,
	`data` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `files` (
	`hash` text PRIMARY KEY NOT NULL,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer,
	`height` integer,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `filings` (
	`process` text NOT NULL,
	`place` text NOT NULL,
	`day` integer NOT NULL,
	`count` integer NOT NULL,
	`total` integer NOT NULL,
	PRIMARY KEY(`process`, `place`, `day`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `goods` (
	`key` integer PRIMARY KEY NOT NULL,
	`sku` text NOT NULL,
	`name` text NOT NULL,
	`model` text NOT NULL,
	`size` text,
	`barcode` text,
	`tail` text,
	`unit` text NOT NULL,
	`price` integer,
	`vat` integer,
	`supplier` text,
	`entity` text,
	`search` text NOT NULL,
	`active` integer NOT NULL,
	CONSTRAINT "goods_price" CHECK("goods"."price" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `goods_sku` ON `goods` (`sku`);--> statement-breakpoint
CREATE INDEX `goods_tail` ON `goods` (`tail`);--> statement-breakpoint
CREATE INDEX `goods_model` ON `goods` (`model`,`key`);--> statement-breakpoint
CREATE TABLE `holders` (
	`position` integer NOT NULL,
	`person` text NOT NULL,
	`post` text NOT NULL,
	`department` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`person`, `post`, `department`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `inbox_counts` (
	`person` text NOT NULL,
	`place` text NOT NULL,
	`count` integer NOT NULL,
	`total` integer NOT NULL,
	PRIMARY KEY(`person`, `place`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `log` (
	`seq` integer PRIMARY KEY NOT NULL,
	`request` integer NOT NULL,
	`n` integer NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `log_request` ON `log` (`request`,`n`);--> statement-breakpoint
CREATE UNIQUE INDEX `log_final` ON `log` (`request`) WHERE json_extract(event, '$.kind') IN ('ended', 'withdrawn');--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `open_goods` (
	`place` text NOT NULL,
	`sku` text NOT NULL,
	`request` integer NOT NULL,
	PRIMARY KEY(`place`, `sku`, `request`),
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `open_goods_request` ON `open_goods` (`request`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chat` integer NOT NULL,
	`lane` text NOT NULL,
	`method` text NOT NULL,
	`payload` text NOT NULL,
	`on_sent` text,
	`key` text,
	`at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`status` text DEFAULT 'waiting' NOT NULL,
	`message` integer,
	`error` text,
	`sent_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`lane`,`due_at`,`id`) WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX `outbox_chat` ON `outbox` (`chat`,`lane`,`id`) WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX `outbox_sent` ON `outbox` (`sent_at`) WHERE status <> 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`key`);--> statement-breakpoint
CREATE TABLE `papers` (
	`request` integer NOT NULL,
	`document` text NOT NULL,
	`entity` text NOT NULL,
	`series` text NOT NULL,
	`year` integer NOT NULL,
	`serial` integer NOT NULL,
	`number` text NOT NULL,
	`date` text NOT NULL,
	`file` text,
	`file_id` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`due_at` integer,
	`send_to` text NOT NULL,
	PRIMARY KEY(`request`, `document`),
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `papers_serial` ON `papers` (`entity`,`series`,`year`,`serial`);--> statement-breakpoint
CREATE UNIQUE INDEX `papers_number` ON `papers` (`number`,`entity`);--> statement-breakpoint
CREATE INDEX `papers_due` ON `papers` (`due_at`) WHERE due_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `participants` (
	`request` integer NOT NULL,
	`person` text NOT NULL,
	PRIMARY KEY(`request`, `person`),
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `participants_person` ON `participants` (`person`,`request`);--> statement-breakpoint
CREATE TABLE `pauses` (
	`chat` integer PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`title` text,
	`human` text NOT NULL,
	`telegram` integer,
	`phone` text,
	`language` text NOT NULL,
	`language_chosen` integer NOT NULL,
	`administrator` integer NOT NULL,
	`active` integer NOT NULL,
	`blocked_at` integer,
	`started_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_telegram` ON `people` (`telegram`);--> statement-breakpoint
CREATE INDEX `people_phone` ON `people` (`phone`);--> statement-breakpoint
CREATE TABLE `piles` (
	`person` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `processed` (
	`update_id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `processed_at` ON `processed` (`at`);--> statement-breakpoint
CREATE TABLE `processes` (
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`declaration` text NOT NULL,
	`stored_at` integer NOT NULL,
	PRIMARY KEY(`id`, `version`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `quarantine` (
	`update_id` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`error` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `requests` (
	`id` integer PRIMARY KEY NOT NULL,
	`process` text NOT NULL,
	`process_version` integer NOT NULL,
	`place` text NOT NULL,
	`filer` text NOT NULL,
	`filed_at` integer NOT NULL,
	`status` text NOT NULL,
	`stage` text NOT NULL,
	`open` integer NOT NULL,
	`total` integer NOT NULL,
	`ended_at` integer,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	CONSTRAINT "requests_total" CHECK("requests"."total" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `requests_filer` ON `requests` (`filer`,`open`,`id`);--> statement-breakpoint
CREATE INDEX `requests_place` ON `requests` (`place`,`open`,`id`);--> statement-breakpoint
CREATE INDEX `requests_open` ON `requests` (`id`) WHERE open = 1;--> statement-breakpoint
CREATE TABLE `runs` (
	`job` text NOT NULL,
	`slot` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`job`, `slot`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `submissions` (
	`draft` integer PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`request` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `submissions_person` ON `submissions` (`person`,`at`,`draft`);--> statement-breakpoint
CREATE TABLE `suppliers` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`inn` text,
	`kpp` text,
	`email` text,
	`address` text,
	`contract` text,
	`search` text NOT NULL,
	`added_by` text,
	`active` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `suppliers_id` ON `suppliers` (`id`);--> statement-breakpoint
CREATE INDEX `suppliers_inn` ON `suppliers` (`inn`);--> statement-breakpoint
CREATE INDEX `suppliers_name` ON `suppliers` (`name`,`key`) WHERE active = 1;--> statement-breakpoint
CREATE TABLE `timers` (
	`request` integer PRIMARY KEY NOT NULL,
	`due_at` integer NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `timers_due` ON `timers` (`due_at`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`unique_id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`person` text NOT NULL,
	`sent_as` text NOT NULL,
	`name` text,
	`mime` text,
	`bytes` integer,
	`status` text NOT NULL,
	`why` text,
	`hash` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`due_at` integer,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `uploads_due` ON `uploads` (`due_at`) WHERE due_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `visas` (
	`request` integer NOT NULL,
	`round` integer NOT NULL,
	`visa` text NOT NULL,
	`human` text NOT NULL,
	`signed_at` integer NOT NULL,
	PRIMARY KEY(`request`, `round`, `visa`),
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `visas_human` ON `visas` (`request`,`round`,`human`);--> statement-breakpoint
CREATE TABLE `waiting` (
	`person` text NOT NULL,
	`request` integer NOT NULL,
	`visa` text NOT NULL,
	`process` text NOT NULL,
	`place` text NOT NULL,
	`since` integer NOT NULL,
	`due_at` integer,
	`total` integer NOT NULL,
	PRIMARY KEY(`person`, `request`),
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `waiting_person` ON `waiting` (`person`,`since`,`request`);--> statement-breakpoint
CREATE INDEX `waiting_due` ON `waiting` (`person`,`due_at`);--> statement-breakpoint
CREATE INDEX `waiting_request` ON `waiting` (`request`);--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chat` integer NOT NULL,
	`message` integer NOT NULL,
	`form` text NOT NULL,
	`sent_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `withdrawals_due` ON `withdrawals` (`due_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `withdrawals_message` ON `withdrawals` (`chat`,`message`);