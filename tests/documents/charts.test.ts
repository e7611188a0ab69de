/** Charts: drawn by the printer's child from plain data, whatever deals are called (domain 11). */
import { Resvg } from "@resvg/resvg-js";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BarsSpec, ChartSpec, StepsSpec } from "../../bot/documents/chart-spec.ts";
import { ptSans } from "../../bot/documents/font-files.ts";
import { createPrinter, type Printer } from "../../bot/documents/printer.ts";
import { fitted, textWidth, wrapped } from "../../bot/documents/text-width.ts";

let printer: Printer;
beforeAll(() => {
  printer = createPrinter();
});
afterAll(() => printer.close());

const longName = "Общество с ограниченной ответственностью «Щёголевщинская Широкоформатная Фабрика Щуки»";
function bars(count: number, label: (n: number) => string = (n) => `Сделка № ${n}`): BarsSpec {
  return {
    kind: "bars",
    title: "Продажи · Петренко М. Р.",
    subtitle: "март 2026, ₽",
    series: ["Сумма сделки", "Получено за период"],
    rows: Array.from({ length: count }, (_, n) => ({
      label: label(n + 1),
      values: [
        { value: 12_850_000 / (n + 1), text: "12 850 000 ₽" },
        { value: 60_000 * n, text: "60 000 ₽" },
      ],
    })),
  };
}
const steps = (...of: readonly (readonly [on: string, percent: number])[]): StepsSpec => ({
  kind: "steps",
  title: longName,
  subtitle: "Процент оплаты · С-2026-0041",
  steps: of.map(([on, percent]) => ({ on, percent, text: `${percent} %` })),
  until: "2026-03-20",
});

/** Width, height, and how many blank pixels there are at the left, top, right and bottom. */
async function looked(png: Uint8Array) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const inked = (x: number, y: number): boolean =>
    data.subarray((y * width + x) * channels, (y * width + x + 1) * channels).some((value) => value < 250);
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (inked(x, y))
        [left, top, right, bottom] = [
          Math.min(left, x),
          Math.min(top, y),
          Math.max(right, x),
          Math.max(bottom, y),
        ];
  return { width, height, edges: [left, top, width - 1 - right, height - 1 - bottom] };
}

describe("A chart", () => {
  it.each<[string, ChartSpec]>([
    ["one deal", bars(1)],
    ["three deals", bars(3)],
    ["as many as there may be", { ...bars(16), note: `Остальные (25): ${longName}` }],
    ["long names", bars(4, () => longName)],
    [
      "Ukrainian and hostile names",
      bars(2, () => "Ґанок, їжак, ізюм’я <b>&\"' {a|x} \u0000\ud800 👟 ]]> {b}"),
    ],
    ["nothing at all", { ...bars(1), rows: [{ label: "", values: [{ value: 0, text: "0 ₽" }] }] }],
    [
      "money given back",
      {
        ...bars(1),
        rows: [
          {
            label: "Возврат",
            values: [
              { value: 90, text: "90 ₽" },
              { value: -20, text: "−20 ₽" },
            ],
          },
        ],
      },
    ],
    ["one payment today", steps(["2026-03-20", 30])],
    ["one payment long ago", steps(["2025-01-20", 30])],
    [
      "a story with overpayment",
      steps(
        ["2025-11-10", 0],
        ["2025-12-10", 30],
        ["2026-01-12", 70],
        ["2026-01-30", 57],
        ["2026-02-01", 103],
      ),
    ],
    ["more given back than was paid", steps(["2026-03-01", 30], ["2026-03-02", -10])],
    ["ten times overpaid", steps(["2026-03-01", 1000])],
  ])("of %s is a picture for a phone, with nothing cut off at its edges", async (_, spec) => {
    const { width, height, edges } = await looked(await printer.chart(spec));
    expect(width).toBe(1000);
    expect(height).toBeGreaterThan(250);
    expect(height).toBeLessThan(2100);
    for (const edge of edges) expect(edge).toBeGreaterThanOrEqual(8);
  });

  it("is drawn alike each time", async () => {
    expect(Buffer.from(await printer.chart(bars(3))).equals(await printer.chart(bars(3)))).toBe(true);
  });

  it("draws the signs and letters of both languages, not boxes", async () => {
    const of = (text: string) => printer.chart({ ...bars(1), title: text });
    const pictures = await Promise.all(["₽", "₴", "№", "ґ", "є", "ї", "ё"].map(of));
    // the font's sign for «no such letter» would make them equal
    expect(new Set(pictures.map((png) => Buffer.from(png).toString("base64"))).size).toBe(pictures.length);
  });

  it("of too many rows, or of something else, is refused by the child, which goes on", async () => {
    await expect(printer.chart(bars(17))).rejects.toThrow(/rows/);
    await expect(printer.chart({ kind: "pie" } as unknown as ChartSpec)).rejects.toThrow(/kind/);
    expect((await printer.chart(bars(1))).length).toBeGreaterThan(1000);
  });
});

describe("A table", () => {
  it.each(["xlsx", "csv"] as const)("is written as %s by the same child", async (format) => {
    const table = {
      name: "Продажи",
      columns: [{ title: "Сделка", kind: "text", width: 20 } as const],
      rows: [["№ 1"]],
    };
    const bytes = Buffer.from(await printer.sheet(table, format));
    expect(bytes.subarray(0, 2).toString("latin1")).toBe(format === "xlsx" ? "PK" : "\u00ef\u00bb");
  });

  it("of more rows than a workbook may have is refused", async () => {
    const table = { name: "Продажи", columns: [{ title: "Сделка", kind: "text", width: 20 } as const] };
    const rows = Array.from({ length: 50_001 }, () => ["№ 1"]);
    await expect(printer.sheet({ ...table, rows }, "csv")).rejects.toThrow(/rows/);
  });
});

describe("The width of words", () => {
  const measured = (text: string, face: "normal" | "bold"): number => {
    const font = {
      fontFiles: [ptSans.normal, ptSans.bold],
      loadSystemFonts: false,
      defaultFontFamily: "PT Sans",
    };
    const weight = face === "bold" ? ' font-weight="bold"' : "";
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200"><text x="0" y="100" font-family="PT Sans" font-size="100"${weight}>${text}</text></svg>`;
    return (new Resvg(svg, { font }).getBBox()?.width ?? 0) / 100;
  };

  it.each([
    longName,
    "ЩЁГОЛЕВЩИНСКАЯ ФАБРИКА ШИРОКИХ ПЛАЩЕЙ",
    "Ґанкова їжа, єдність і ще їжаки",
    "Wholesale customer @ sons, MMM WWW",
    "12 850 000,00 ₽ · № 41 (70 %)",
    "шшшшшшшшшш жжжжжжж ыыыыы",
    "illi іїії .,:;",
  ])("«%s» takes no more room than is reckoned, and not much less", (text) => {
    for (const face of ["normal", "bold"] as const) {
      expect(measured(text, face)).toBeLessThanOrEqual(textWidth(text, 1) * 1.02);
      expect(measured(text, face)).toBeGreaterThan(textWidth(text, 1) * 0.75);
    }
  });

  it("a name is shortened to its room, and only then", () => {
    expect(fitted("Короткое имя", 28, 920)).toBe("Короткое имя");
    const cut = fitted(longName, 28, 500);
    expect(cut).toMatch(/^Общество с ограниченной .*…$/);
    expect(measured(cut, "normal") * 28).toBeLessThanOrEqual(500);
    expect(wrapped(longName, 40, 920, 2)).toHaveLength(2);
    expect(wrapped("слово", 40, 920, 2)).toEqual(["слово"]);
  });
});
