import { writeFileSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { quarantined } from "../../db/updates.ts";
import { pack, buttonKinds, type Button } from "../../bot/buttons.ts";
import { story, type Story } from "../harness.ts";
import { file, lostGoods } from "../unit/cards/chat.ts";
import { fileWriteOff, prepareWriteOff, submit } from "../stories/filing-words.ts";

const bad = (told: Story, from = 0) => told.telegram.calls.after(from).filter((c) => c.status !== 200).map((c) => [c.method, c.status, JSON.stringify(c.answer).slice(0, 200), JSON.stringify(c.params).slice(0, 300)]);
const emoji = "👨‍👨‍👦‍👦".repeat(500).slice(0, 4096);
const skin = "a" + "🏻".repeat(2000);
const hangul = "\u1100".repeat(4000);
const hostile = [
  "<b>жирно</b> & <a href='http://x'>", "</blockquote><code>", "\u202eabc\u200b\u200d", "a\u0301".repeat(2000), "&lt;&amp;".repeat(400),
  "\ud83d", "\u0000", "__proto__", "constructor", "toString", "' OR 1=1 --", '" NEAR(a b) *', "a* OR b^ - {c}: (", "%_%", "😀".repeat(2048), emoji.slice(0, 4000), skin, hangul, "ﷺ".repeat(4000), "x".repeat(4096), "1e308", "-0", "${7*7}", "{ $name }", "\\", "\n\n\n", "•".repeat(4000), "№ 1", "/open 1 2 3", "=cmd|' /C calc'!A0", "\u202a\u202b\u2066", "🇷🇺".repeat(1000), "१२३", "１００２ ２", "1002 2 пары; 1002 3", "1002\n".repeat(100)
];
test("typed anywhere in filing", async () => {
  const told = await story(); await told.everybody();
  const k = told.person("kotov");
  const stages: (() => Promise<unknown>)[] = [
    () => k.choose("Списание"),
    () => k.text("1002"),
    () => k.text("1002 2 пары"),
    () => k.choose("Верно, это всё"),
    () => k.choose("Производственный брак"),
    () => k.photo("playground/samples/02-sneakers-defect-no-code.jpg"),
    () => k.choose("Готово"),
  ];
  for (let depth = 0; depth <= stages.length; depth += 1) {
    for (const h of hostile) {
      await k.text("/cancel"); 
      if (k.keyboard().flat().some((l) => l.includes("Удалить"))) await k.choose("Удалить");
      try { for (const s of stages.slice(0, depth)) await s(); } catch (e) { console.log("stage", depth, String(e).slice(0, 200)); continue; }
      await k.text(h.length > 4096 ? h.slice(0, 4096) : h);
      await k.text("/cancel");
      if (k.keyboard().flat().some((l) => l.includes("Удалить"))) await k.choose("Удалить");
    }
  }
  console.log("bad", bad(told).slice(0, 20), bad(told).length);
  console.log(quarantined(told.store, 10).map((q) => [q.error, q.body.slice(0, 300)]));
  await told.close();
}, 300_000);

test("hostile reason, question, reply, comment", async () => {
  const told = await story(); await told.everybody();
  const b = told.person("belova"), k = told.person("kotov");
  for (const h of hostile) {
    try {
    await file(told);
    await b.tap(/Спросить|Вопрос/); await b.text(h.slice(0, 4096));
    await b.text(h.slice(0, 1000)); 
    if (k.messages().some((m) => m.buttons.flat().some((x) => x.text.includes("Ответить")))) { await k.tap("Ответить"); await k.text(h.slice(0, 1000)); }
    await b.tap("Отклонить"); await b.text(h.slice(0, 1000)); await told.later(130_000);
    await b.tap("Подробнее"); await b.tap("История");
    } catch (e) { console.log(JSON.stringify(h.slice(0, 30)), String(e).slice(0, 300)); }
  }
  console.log("bad", bad(told).slice(0, 20), bad(told).length);
  console.log(quarantined(told.store, 10).map((q) => [q.error, q.body.slice(0, 300)]));
  await told.close();
}, 300_000);
