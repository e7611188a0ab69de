CREATE TABLE `alert_queue` (
	`person` text NOT NULL,
	`change` integer NOT NULL,
	`due_at` integer NOT NULL,
	PRIMARY KEY(`person`, `change`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `alert_queue_due` ON `alert_queue` (`due_at`);--> statement-breakpoint
CREATE TABLE `alert_settings` (
	`person` text PRIMARY KEY NOT NULL,
	`pace` text NOT NULL,
	`thresholds` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `announced_payments` (
	`deal` integer NOT NULL,
	`payment` integer NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`deal`, `payment`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `changed_deals` (
	`deal` integer PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `deal_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`deal` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`paid` integer NOT NULL,
	`total` integer NOT NULL,
	`before_paid` integer,
	`before_total` integer,
	`came` integer DEFAULT 0 NOT NULL,
	`gone` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `deal_changes_deal` ON `deal_changes` (`deal`,`id`);--> statement-breakpoint
CREATE INDEX `deal_changes_known` ON `deal_changes` (`deal`,`id`) WHERE kind <> 'silent';--> statement-breakpoint
CREATE TABLE `deal_numbers` (
	`deal` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`deal`, `kind`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `deal_numbers_key` ON `deal_numbers` (`key`,`kind`,`deal`);--> statement-breakpoint
CREATE TABLE `deal_words` (
	`deal` integer PRIMARY KEY NOT NULL,
	`search` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `deals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`external_id` text,
	`name` text NOT NULL,
	`order_number` text,
	`invoice_number` text,
	`stage` text DEFAULT '' NOT NULL,
	`customer` text DEFAULT '' NOT NULL,
	`customer_inn` text,
	`manager` text,
	`total` integer NOT NULL,
	`currency` text DEFAULT 'RUB' NOT NULL,
	CONSTRAINT "deals_name" CHECK(length(trim("deals"."name")) BETWEEN 1 AND 300),
	CONSTRAINT "deals_numbers" CHECK(length("deals"."order_number") <= 64 AND length("deals"."invoice_number") <= 64),
	CONSTRAINT "deals_stage" CHECK(length("deals"."stage") <= 100 AND length("deals"."customer") <= 300),
	CONSTRAINT "deals_total" CHECK("deals"."total" BETWEEN 0 AND 100000000000000),
	CONSTRAINT "deals_currency" CHECK("deals"."currency" IN ('RUB', 'UAH')),
	CONSTRAINT "deals_inn_digits" CHECK(length("deals"."customer_inn") BETWEEN 8 AND 12 AND "deals"."customer_inn" NOT GLOB '*[^0-9]*')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `deals_external` ON `deals` (`external_id`);--> statement-breakpoint
CREATE INDEX `deals_manager` ON `deals` (`manager`,`id`);--> statement-breakpoint
CREATE INDEX `deals_inn` ON `deals` (`customer_inn`,`id`);--> statement-breakpoint
CREATE TABLE `expected_payments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`deal` integer NOT NULL,
	`due_on` text NOT NULL,
	`amount` integer NOT NULL,
	FOREIGN KEY (`deal`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "expected_payments_amount" CHECK("expected_payments"."amount" > 0),
	CONSTRAINT "expected_payments_date" CHECK(date("expected_payments"."due_on") IS "expected_payments"."due_on")
) STRICT;
--> statement-breakpoint
CREATE INDEX `expected_payments_deal` ON `expected_payments` (`deal`,`due_on`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person` text NOT NULL,
	`upload` text NOT NULL,
	`kind` text,
	`status` text NOT NULL,
	`data` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `imports_upload` ON `imports` (`upload`);--> statement-breakpoint
CREATE INDEX `imports_person` ON `imports` (`person`,`id`);--> statement-breakpoint
CREATE TABLE `payment_log` (
	`id` integer PRIMARY KEY NOT NULL,
	`payment` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`what` text NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `payment_log_payment` ON `payment_log` (`payment`,`id`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`deal` integer NOT NULL,
	`amount` integer NOT NULL,
	`currency` text,
	`paid_on` text NOT NULL,
	`number` text,
	`payer` text,
	`payer_inn` text,
	`purpose` text,
	`source` text DEFAULT 'program' NOT NULL,
	`key` text,
	`booked_by` text,
	`booked_at` integer,
	`taken_back_at` integer,
	FOREIGN KEY (`deal`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payments_amount" CHECK("payments"."amount" <> 0 AND abs("payments"."amount") <= 100000000000000),
	CONSTRAINT "payments_currency" CHECK("payments"."currency" IN ('RUB', 'UAH')),
	CONSTRAINT "payments_date" CHECK(date("payments"."paid_on") IS "payments"."paid_on"),
	CONSTRAINT "payments_source" CHECK("payments"."source" IN ('program', 'statement', 'sheet', 'hand'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_key` ON `payments` (`key`);--> statement-breakpoint
CREATE INDEX `payments_deal` ON `payments` (`deal`,`id`);--> statement-breakpoint
CREATE TABLE `statement_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`import` integer NOT NULL,
	`direction` text NOT NULL,
	`key` text NOT NULL,
	`paid_on` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`account` text NOT NULL,
	`party` text NOT NULL,
	`party_inn` text,
	`party_account` text,
	`number` text NOT NULL,
	`purpose` text NOT NULL,
	`status` text NOT NULL,
	`found` text NOT NULL,
	`deal` integer,
	`payment` integer,
	FOREIGN KEY (`import`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `statement_lines_import` ON `statement_lines` (`import`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `statement_lines_key` ON `statement_lines` (`key`,`id`);--> statement-breakpoint
CREATE INDEX `statement_lines_out` ON `statement_lines` (`party_inn`,`amount`) WHERE direction = 'out';