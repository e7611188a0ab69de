-- Deals and payments guard themselves, for other programs write them too, perhaps with foreign keys off. What a trigger
-- writes never conflicts: a conflict clause of the outer statement would overrule one in here.
CREATE TRIGGER deals_replaced BEFORE INSERT ON deals WHEN NEW.external_id IS NOT NULL
BEGIN
  DELETE FROM meta WHERE key = 'replaced-deal';
  INSERT INTO meta (key, value)
    SELECT 'replaced-deal', CAST(id AS TEXT) FROM deals WHERE external_id = NEW.external_id;
  INSERT INTO changed_deals (deal)
    SELECT id FROM deals
    WHERE external_id = NEW.external_id AND id NOT IN (SELECT deal FROM changed_deals WHERE deal = deals.id);
END;
--> statement-breakpoint
CREATE TRIGGER deals_inserted AFTER INSERT ON deals
BEGIN
  SELECT RAISE(ABORT, 'deals.manager: the company has no such person (people.id)')
    WHERE NEW.manager IS NOT NULL AND NOT EXISTS (SELECT 1 FROM people WHERE id = NEW.manager);
  -- REPLACE would put another deal under payments, or give it another id and leave what belongs to it behind
  SELECT RAISE(ABORT, 'deals: change a deal by UPDATE or ON CONFLICT DO UPDATE, not by REPLACE')
    WHERE EXISTS (SELECT 1 FROM payments WHERE deal = NEW.id);
  SELECT RAISE(ABORT, 'deals: change a deal by UPDATE or ON CONFLICT DO UPDATE, not by REPLACE')
    FROM meta WHERE key = 'replaced-deal' AND NEW.external_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM deals WHERE id = CAST(meta.value AS INTEGER))
      AND (EXISTS (SELECT 1 FROM payments WHERE deal = CAST(meta.value AS INTEGER))
        OR EXISTS (SELECT 1 FROM expected_payments WHERE deal = CAST(meta.value AS INTEGER)));
  INSERT INTO changed_deals (deal)
    SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM changed_deals WHERE deal = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER deals_updated AFTER UPDATE ON deals
BEGIN
  SELECT RAISE(ABORT, 'deals.id: it never changes') WHERE NEW.id <> OLD.id;
  SELECT RAISE(ABORT, 'deals.manager: the company has no such person (people.id)')
    WHERE NEW.manager IS NOT NULL AND NEW.manager IS NOT OLD.manager
      AND NOT EXISTS (SELECT 1 FROM people WHERE id = NEW.manager);
  SELECT RAISE(ABORT, 'deals.currency: a deal with payments keeps its currency')
    WHERE NEW.currency <> OLD.currency AND EXISTS (SELECT 1 FROM payments WHERE deal = NEW.id);
  INSERT INTO changed_deals (deal)
    SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM changed_deals WHERE deal = NEW.id);
END;
--> statement-breakpoint
-- UPDATE OR REPLACE would take the other deal away without a word
CREATE TRIGGER deals_external_id_taken BEFORE UPDATE OF external_id ON deals
BEGIN
  SELECT RAISE(ABORT, 'deals.external_id: another deal has it')
    FROM deals WHERE external_id = NEW.external_id AND id <> OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER deals_kept BEFORE DELETE ON deals
BEGIN
  SELECT RAISE(ABORT, 'deals: delete the payments of a deal before the deal')
    WHERE EXISTS (SELECT 1 FROM payments WHERE deal = OLD.id);
  DELETE FROM expected_payments WHERE deal = OLD.id;
  DELETE FROM deal_numbers WHERE deal = OLD.id;
  INSERT INTO changed_deals (deal)
    SELECT OLD.id WHERE NOT EXISTS (SELECT 1 FROM changed_deals WHERE deal = OLD.id);
END;
--> statement-breakpoint
-- REPLACE fires no delete trigger: the deal of the payment that goes is looked at as well
CREATE TRIGGER payments_replaced BEFORE INSERT ON payments
BEGIN
  INSERT INTO changed_deals (deal)
    SELECT DISTINCT deal FROM payments
    WHERE (id = NEW.id OR key = NEW.key) AND deal NOT IN (SELECT deal FROM changed_deals WHERE deal = payments.deal);
END;
--> statement-breakpoint
CREATE TRIGGER payments_key_taken BEFORE UPDATE OF key ON payments
BEGIN
  INSERT INTO changed_deals (deal)
    SELECT deal FROM payments
    WHERE key = NEW.key AND id <> OLD.id
      AND deal NOT IN (SELECT deal FROM changed_deals WHERE deal = payments.deal);
END;
--> statement-breakpoint
CREATE TRIGGER payments_inserted AFTER INSERT ON payments
BEGIN
  -- an older SQLite takes 30 February for a date as it stands
  SELECT RAISE(ABORT, 'payments.paid_on: there is no such day')
    WHERE date(NEW.paid_on, '+0 days') IS NOT NEW.paid_on;
  SELECT RAISE(ABORT, 'payments.deal: there is no such deal (deals.id)')
    WHERE NOT EXISTS (SELECT 1 FROM deals WHERE id = NEW.deal);
  SELECT RAISE(ABORT, 'payments.currency: it must be that of the deal')
    FROM deals WHERE id = NEW.deal AND currency <> NEW.currency;
  INSERT INTO changed_deals (deal)
    SELECT NEW.deal WHERE NOT EXISTS (SELECT 1 FROM changed_deals WHERE deal = NEW.deal);
END;
--> statement-breakpoint
CREATE TRIGGER payments_updated AFTER UPDATE ON payments
BEGIN
  SELECT RAISE(ABORT, 'payments.paid_on: there is no such day')
    WHERE date(NEW.paid_on, '+0 days') IS NOT NEW.paid_on;
  SELECT RAISE(ABORT, 'payments.id: it never changes') WHERE NEW.id <> OLD.id;
  SELECT RAISE(ABORT, 'payments.deal: there is no such deal (deals.id)')
    WHERE NOT EXISTS (SELECT 1 FROM deals WHERE id = NEW.deal);
  SELECT RAISE(ABORT, 'payments.currency: it must be that of the deal')
    FROM deals WHERE id = NEW.deal AND currency <> NEW.currency;
  SELECT RAISE(ABORT, 'payments.currency: a payment moves between deals of one currency')
    FROM deals AS one, deals AS other
    WHERE NEW.currency IS NULL AND one.id = OLD.deal AND other.id = NEW.deal AND one.currency <> other.currency;
  INSERT INTO changed_deals (deal)
    SELECT OLD.deal WHERE NOT EXISTS (SELECT 1 FROM changed_deals WHERE deal = OLD.deal);
  INSERT INTO changed_deals (deal)
    SELECT NEW.deal WHERE NOT EXISTS (SELECT 1 FROM changed_deals WHERE deal = NEW.deal);
END;
--> statement-breakpoint
CREATE TRIGGER payments_deleted AFTER DELETE ON payments
BEGIN
  INSERT INTO changed_deals (deal)
    SELECT OLD.deal WHERE NOT EXISTS (SELECT 1 FROM changed_deals WHERE deal = OLD.deal);
END;
--> statement-breakpoint
CREATE TRIGGER expected_payments_inserted AFTER INSERT ON expected_payments
BEGIN
  SELECT RAISE(ABORT, 'expected_payments.due_on: there is no such day')
    WHERE date(NEW.due_on, '+0 days') IS NOT NEW.due_on;
  SELECT RAISE(ABORT, 'expected_payments.deal: there is no such deal (deals.id)')
    WHERE NOT EXISTS (SELECT 1 FROM deals WHERE id = NEW.deal);
END;
--> statement-breakpoint
CREATE TRIGGER expected_payments_updated AFTER UPDATE ON expected_payments
BEGIN
  SELECT RAISE(ABORT, 'expected_payments.due_on: there is no such day')
    WHERE date(NEW.due_on, '+0 days') IS NOT NEW.due_on;
  SELECT RAISE(ABORT, 'expected_payments.deal: there is no such deal (deals.id)')
    WHERE NOT EXISTS (SELECT 1 FROM deals WHERE id = NEW.deal);
END;
--> statement-breakpoint
CREATE TRIGGER payment_log_no_update BEFORE UPDATE ON payment_log
BEGIN
  SELECT RAISE(ABORT, 'the log of payments is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER payment_log_no_delete BEFORE DELETE ON payment_log
BEGIN
  SELECT RAISE(ABORT, 'the log of payments is append-only');
END;
--> statement-breakpoint
-- REPLACE fires no delete trigger: a row may only come after the last one
CREATE TRIGGER payment_log_at_end BEFORE INSERT ON payment_log
WHEN NEW.id <> coalesce((SELECT max(id) FROM payment_log), 0) + 1
BEGIN
  SELECT RAISE(ABORT, 'the log of payments is append-only');
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE deals_search USING fts5 (
  search, content = 'deal_words', content_rowid = 'deal', tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
--> statement-breakpoint
CREATE TRIGGER deals_found AFTER INSERT ON deal_words
BEGIN
  INSERT INTO deals_search (rowid, search) VALUES (NEW.deal, NEW.search);
END;
--> statement-breakpoint
CREATE TRIGGER deals_refound AFTER UPDATE ON deal_words WHEN OLD.search <> NEW.search
BEGIN
  INSERT INTO deals_search (deals_search, rowid, search) VALUES ('delete', OLD.deal, OLD.search);
  INSERT INTO deals_search (rowid, search) VALUES (NEW.deal, NEW.search);
END;
--> statement-breakpoint
CREATE TRIGGER deals_lost AFTER DELETE ON deal_words
BEGIN
  INSERT INTO deals_search (deals_search, rowid, search) VALUES ('delete', OLD.deal, OLD.search);
END;
--> statement-breakpoint
-- where somebody who has left used to work: his head hears what he would have heard
CREATE INDEX company_changes_left ON company_changes (json_extract(what, '$.id'), id)
WHERE json_extract(what, '$.section') = 'holders' AND json_extract(what, '$.kind') = 'removed';
--> statement-breakpoint
CREATE INDEX imports_waiting ON imports (id) WHERE status IN ('reading', 'taking');
