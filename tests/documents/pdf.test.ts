/** Papers as PDF: nothing is lost, headings repeat, the same facts give the same bytes. */
import sharp from "sharp";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pdf } from "../../bot/documents/pdf.ts";
import { printedDocument } from "../../flows/documents/document.ts";
import type { Paper } from "../../flows/documents/paper.ts";
import { pagesOf, pictureCount } from "./pdf-text.ts";
import {
  kopecks,
  photoOf,
  pieces,
  returned,
  returnedInUkraine,
  sneakers,
  writeOff,
  writeOffInUkraine,
  writeOffWithoutCommission,
} from "./sample-papers.ts";

const noPictures = new Map<string, Uint8Array>();
const pages = async (paper: Paper): Promise<readonly string[]> =>
  pagesOf(await pdf(printedDocument(paper), noPictures)).map((page) => page.replaceAll("\u00a0", " "));
/** Words break over lines anywhere, so a text is sought without its spaces. */
const unspaced = (text: string): string => text.replace(/\s+/g, "");
const numbered = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `слово${at}.`);

const sixtyLines: Paper = {
  ...writeOffWithoutCommission,
  lines: Array.from({ length: 60 }, (_, at) => ({
    ...sneakers,
    name: `Кроссовки беговые мужские «Вихрь Р-${at + 1}» с усиленной пяткой и мембраной, чёрный с бирюзовым`,
    sku: `ОБ-${2001 + at}`,
    quantity: pieces(at + 1),
    price: kopecks(500_000 + at),
  })),
};

describe("A printed paper", () => {
  it("has both sides of ТОРГ-16, the specification with the visas, and page numbers", async () => {
    const printed = await pages(writeOff);
    expect(printed).toHaveLength(3);
    expect(printed[0]).toContain("О СПИСАНИИ ТОВАРОВ");
    expect(printed[1]).toContain("Все члены комиссии предупреждены");
    expect(printed[2]).toContain("ЛИСТ СОГЛАСОВАНИЯ");
    expect(printed.map((page) => /стр\. \d+ из \d+/.exec(page)?.[0])).toEqual([
      "стр. 1 из 3",
      "стр. 2 из 3",
      "стр. 3 из 3",
    ]);
  });

  it("draws the signs of both currencies and the marks of decisions without leaving the font", async () => {
    const printed = await pages({ ...writeOff, comment: "₽ и ₴, № 5 — «ёж» ✓" });
    expect(printed.join()).toContain("₽ и ₴, № 5 — «ёж» +");
  });

  it("holds all of 60 lines and repeats the heading and column numbers on every page of them", async () => {
    const printed = await pages(sixtyLines);
    const all = unspaced(printed.join());
    for (const line of sixtyLines.lines)
      expect([...all.matchAll(new RegExp(unspaced(line.name), "g"))], line.name).toHaveLength(2);
    const withLines = printed.filter((page) => page.includes("ОБ-2") && !page.includes("СПЕЦИФИКАЦИЯ"));
    expect(withLines.length).toBeGreaterThan(4);
    for (const page of withLines) expect(page).toMatch(/Цена, руб\./);
  });

  it("keeps the signatures of an act on one page", async () => {
    const signed = (await pages(sixtyLines)).filter((page) => page.includes("Председатель комиссии"));
    expect(signed).toHaveLength(1);
    expect(signed[0]).toContain("Материально ответственное лицо");
  });

  it.each([
    ["a comment", (text: string): Paper => ({ ...writeOff, comment: text })],
    [
      "a remark of a signer",
      (text: string) => ({ ...writeOff, visas: writeOff.visas.map((visa) => ({ ...visa, remark: text })) }),
    ],
    ["a name of goods", (text: string) => ({ ...writeOff, lines: [{ ...sneakers, name: text }] })],
    ["a name of a supplier", (text: string) => ({ ...returned, supplier: { name: text } })],
    ["a name of a department", (text: string) => ({ ...writeOffInUkraine, department: { name: text } })],
  ])("loses no word of %s that is longer than a page", async (_, paper) => {
    const printed = unspaced((await pages(paper(numbered(700).join(" ")))).join());
    expect(numbered(700).filter((word) => !printed.includes(word))).toEqual([]);
  });

  it("breaks a word that is wider than its column instead of running over the next", async () => {
    const word = "Сверхдлинноеслово".repeat(10);
    const printed = unspaced((await pages({ ...writeOff, lines: [{ ...sneakers, name: word }] })).join());
    expect(printed).toContain(word);
  });

  it("loses no signature of a commission too large for one page", async () => {
    const members = numbered(40).map((name) => ({
      name,
      post: "специалист отдела учёта и контроля качества",
    }));
    const printed = unspaced((await pages({ ...writeOff, commission: { chair: {}, members } })).join());
    expect(numbered(40).filter((name) => !printed.includes(name))).toEqual([]);
  });

  it.each([writeOff, returned, writeOffInUkraine, returnedInUkraine])(
    "is byte for byte the same when printed again ($number)",
    async (paper) => {
      const again = structuredClone(paper);
      const [first, second] = [
        await pdf(printedDocument(paper), noPictures),
        await pdf(printedDocument(again), noPictures),
      ];
      expect(Buffer.compare(first, second)).toBe(0);
    },
  );
});

describe("Addresses in a paper", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("are printed as they were written, and nobody asks for them", async () => {
    const asked = vi.fn();
    vi.stubGlobal("fetch", asked);
    const comment = "<img src='https://example.com/a.png'> file:///etc/passwd";
    expect(unspaced((await pages({ ...writeOff, comment })).join())).toContain(unspaced(comment));
    expect(asked).not.toHaveBeenCalled();
  });
});

describe("Photos on paper", () => {
  it("stand six on a page, each picture once, with a frame for what is missing", async () => {
    const hashes = Array.from({ length: 10 }, (_, at) => at.toString(16).repeat(64));
    const pictures = new Map<string, Uint8Array>();
    for (const hash of hashes.slice(1)) {
      const red = { width: 640, height: 480, channels: 3, background: `#${hash.slice(0, 6)}` } as const;
      pictures.set(hash, await sharp({ create: red }).jpeg().toBuffer());
    }
    const paper = { ...writeOff, photos: hashes.map((hash) => photoOf(hash)) };
    const file = await pdf(printedDocument(paper), pictures);
    const annex = pagesOf(file).filter((page) => page.includes("SHA-256: "));
    expect(annex.map((page) => page.match(/Фото \d+\./g)?.length)).toEqual([6, 4]);
    expect(annex[0]).toContain("Файл фотографии отсутствует или повреждён");
    expect(pictureCount(file)).toBe(9);
  });

  it("with captions too long for their place push nothing off the page", async () => {
    const places = ["место ".repeat(200), "Магазин № 2"];
    const paper = { ...writeOff, photos: places.map((place, at) => photoOf(String(at).repeat(64), place)) };
    const printed = (await pages(paper)).join();
    expect(printed).toContain("Фото 1.");
    expect(printed).toContain("SHA-256: 1111111111111111…");
  });
});
