/** An XLSX with 60 lines becomes 60 lines of a request and of its act; a bad one says which row and column. */
import { afterEach, expect, test } from "vitest";
import { goodsOf } from "../../flows/engine/answers.ts";
import { pagesOf } from "../documents/pdf-text.ts";
import { story, type Story } from "../harness.ts";
import { csv, sixtyLines, xlsx } from "../samples/sheets.ts";
import { minute, samples, stored, submit } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());

test("60 lines of a sheet become 60 lines, priced by the catalogue, all of them in the act", async () => {
  told = await story();
  await told.everybody();
  const kotov = told.person("kotov");
  await kotov.choose("Списание");
  await kotov.file(await xlsx(sixtyLines), "Товары к списанию.xlsx");
  expect(told.messagesTo("kotov").at(-1)).toContain("60");
  for (const label of ["Верно, это всё", "Готово"]) {
    const offered = kotov
      .keyboard()
      .flat()
      .find((one) => one === label);
    if (offered !== undefined) await kotov.choose(offered);
  }
  await kotov.choose("Производственный брак");
  await kotov.album([samples.defect]);
  await kotov.choose("Готово");
  await kotov.choose("Пропустить");
  const number = await submit(told, "kotov");
  const lines = goodsOf(stored(told, number).answers);
  expect(lines).toHaveLength(60);
  await told.person("belova").tap("Подробнее");
  const details = told.messagesTo("belova").join("\n");
  for (const line of lines) expect(details).toContain(line.name.replaceAll("\u00a0", " "));
  await told.person("belova").tap(/^Согласовать/);
  await told.later(2 * minute);
  const { document } = kotov.find(/СП-2026-000001/);
  const printed = pagesOf(kotov.raw.download(document?.fileId ?? ""))
    .join("")
    .replaceAll(/[\s-]+/g, "");
  for (const line of lines) expect(printed).toContain(line.name.replaceAll(/[\s-]+/g, ""));
});

test("a sheet with wrong columns or rows says which, and the draft stands", async () => {
  told = await story();
  await told.everybody();
  const kotov = told.person("kotov");
  await kotov.choose("Списание");
  await kotov.file(
    csv(
      [
        ["Артикул", "Кол-во"],
        ["ОБ-1002", "2"],
        ["ОБ-1001", "12,5,3"],
      ],
      ";",
      "windows-1251",
    ),
    "товары.csv",
  );
  expect(told.messagesTo("kotov").at(-1)).toMatch(/[Сс]трок[аеи] 3/);
  await kotov.file(new TextEncoder().encode("это не архив"), "товары.xlsx");
  await kotov.text("1002 2 пары");
  await kotov.choose("Верно");
  expect(told.messagesTo("kotov").at(-1)).toContain("10 000 ₽");
});
