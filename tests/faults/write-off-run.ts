/** A write-off from the first word to the act, and everything that can be compared of it afterwards. */
import type { Story } from "../harness.ts";

const photo = "playground/samples/02-sneakers-defect-no-code.jpg";
const minuteMs = 60_000;

/** Clerk files, merchandiser approves, the hold passes, the act arrives. */
export async function writeOff(told: Story): Promise<void> {
  const clerk = told.person("lebedeva");
  const merchandiser = told.person("belova");
  await clerk.start();
  await merchandiser.start();
  await clerk.choose("Списание");
  await clerk.text("Вихрь 42 2 пары");
  await clerk.choose(/чёрный/);
  await clerk.choose("это всё");
  await clerk.choose("Производственный брак");
  await clerk.photo(photo);
  await clerk.choose("Готово");
  await clerk.choose("Пропустить");
  await clerk.choose("Отправить");
  await merchandiser.tap(/Согласовать/);
  await told.later(3 * minuteMs);
}

/** What must be the same however often the bot died on the way: rows of the store, byte for byte. */
export function stateOf(told: Story): Record<string, unknown> {
  const rows = (sql: string): unknown => told.store.sqlite.prepare(sql).all();
  return {
    requests: rows("SELECT id, status, stage, total, version, state FROM requests"),
    log: rows("SELECT seq, request, n, at, event, hash FROM log ORDER BY seq"),
    visas: rows("SELECT * FROM visas"),
    waiting: rows("SELECT * FROM waiting"),
    papers: rows("SELECT request, document, number, file FROM papers"),
    unsent: rows("SELECT chat, method FROM outbox WHERE status <> 'sent'"),
    dirty: rows("SELECT person, subject FROM cards WHERE dirty = 1"),
    drafts: rows("SELECT person, process FROM drafts"),
    quarantine: rows("SELECT * FROM quarantine"),
  };
}

/** Every message that Telegram made or changed, in words, sorted: who saw what. */
export function sentOf(told: Story): string[] {
  return told.telegram.calls
    .all()
    .filter(({ method, status }) => status === 200 && /^(send|edit|delete)/.test(method))
    .map(({ method, params }) => {
      const { chat_id: chat, text, caption } = params;
      return JSON.stringify([method, Number(chat), text ?? caption ?? ""]);
    })
    .sort((a, b) => a.localeCompare(b));
}

/** What one run sent more often than the other. */
export function surplus(these: readonly string[], those: readonly string[]): string[] {
  const left = [...those];
  return these.filter((one) => {
    const at = left.indexOf(one);
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}
