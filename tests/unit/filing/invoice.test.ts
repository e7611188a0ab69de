import { describe, expect, test } from "vitest";
import { missing } from "../../../flows/engine/form.ts";
import { draftToCopy, draftToMend } from "../../../flows/filing/starting.ts";
import { cleanFileName } from "../../../flows/filing/papers.ts";
import { parseDraft } from "../../../flows/filing/draft-schema.ts";
import {
  id,
  units,
  type DepartmentId,
  type Instant,
  type RequestId,
  type StageId,
} from "../../../flows/ids.ts";
import type { Request } from "../../../flows/engine/request.ts";
import { invoice } from "../../../flows/processes/invoice.ts";
import { hashOf } from "./desk.ts";
import { company, filer, inUkraine, InvoiceDesk, mendedAnywhere, oneDirector } from "./invoice-desk.ts";

const account = "40702810900000000101";
const bank = "049601777";
const sumOf = (desk: InvoiceDesk) => desk.draft.answers["sum"];

test("an invoice is filled in question by question, and everything that is required is there (S1.5)", () => {
  const desk = InvoiceDesk.atPreview().press("submit");
  expect(missing(invoice.form, desk.sent, company.reasons)).toEqual([]);
  expect(desk.sent).toMatchObject({
    file: {
      files: [{ name: "inv.pdf", hash: hashOf("inv"), page: hashOf("page inv"), mime: "application/pdf" }],
    },
    number: { text: "УТ-1045" },
    date: { date: "2026-03-11" },
    sum: { sum: 24_400_000, vat: { percent: 22, sum: 4_400_000 } },
    due: { date: "2026-03-18" },
    signer: { kind: "person" },
  });
});

test("a draft of an invoice is the same after being stored, and one of an older release has no papers", () => {
  const { draft } = InvoiceDesk.atSum().type("244000").rate(22).type("40 000");
  expect(parseDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  const { papers: _none, ...older } = new InvoiceDesk().draft;
  expect(parseDraft(older).papers).toEqual([]);
});

describe("the files", () => {
  test("are PDFs and photos of pages in the order in which they came; a photo is its own page's picture", () => {
    const desk = new InvoiceDesk().pdf(["one"]).photos(["a", "b"]);
    desk.type("?");
    expect(desk.files.map(({ name, sentAs }) => [name, sentAs])).toEqual([
      ["one.pdf", "document"],
      ["photo-2.jpg", "photo"],
      ["photo-3.jpg", "photo"],
    ]);
  });
  test("count once, whether Telegram knows them as the same or only their bytes are", () => {
    const desk = new InvoiceDesk().pdf(["one"]).pdf(["one"]);
    expect(desk.draft.papers).toHaveLength(1);
    desk.pdf(["again"], { kind: "ready", hash: hashOf("one") });
    expect(desk.type("?").files).toHaveLength(1);
    desk.pdf(["2", "3", "4", "5"]).press("drop-last-photo");
    expect(desk.draft.papers.map(({ uniqueId }) => uniqueId)).toEqual(["one", "2", "3", "4"]);
  });
  test("are five at most; one that is taken back makes room", () => {
    const desk = new InvoiceDesk().pdf(["1", "2", "3", "4", "5", "6"]);
    expect([desk.draft.papers.length, desk.draft.over]).toEqual([5, 1]);
    desk.press("drop-last-photo").pdf(["7"]);
    expect(desk.draft.papers.map(({ uniqueId }) => uniqueId)).toEqual(["1", "2", "3", "4", "7"]);
    expect(desk.press("drop-photos").draft.papers).toEqual([]);
  });
  test("are needed", () => {
    expect(new InvoiceDesk().press("done").said).toEqual(["paper-needed"]);
  });
  test("may come at any later question: the place in the dialogue stays", () => {
    const desk = InvoiceDesk.atSum().pdf(["more"]);
    expect(desk.asked).toBe("sum");
    expect(desk.draft.papers).toHaveLength(2);
  });
  test("that are refused are told with their names and make room; the answers stay", () => {
    const desk = InvoiceDesk.atSum().pdf(["locked"], { kind: "refused", why: "password" });
    desk.give({ kind: "settled" });
    expect(desk.last.remarks).toEqual([
      { kind: "papers-refused", refused: [{ name: "locked.pdf", why: "password" }] },
    ]);
    expect(desk.asked).toBe("sum");
    expect(desk.draft.papers).toHaveLength(1);
  });
  test("that are still being checked are waited for; when the only one is refused another is asked for", () => {
    const desk = InvoiceDesk.atPreview();
    desk.shelf.uploads.set("inv", { kind: "pending" });
    expect(desk.press("submit").asked).toBe("checking");
    desk.shelf.uploads.set("inv", { kind: "refused", why: "damaged-pdf" });
    desk.give({ kind: "settled" });
    expect([desk.asked, desk.said]).toEqual(["files", ["papers-refused"]]);
  });
  test.each([
    [{ kind: "unknown-file" } as const, "not-a-paper"],
    [{ kind: "file-too-big", bytes: 25e6, maxBytes: 20e6 } as const, "paper-too-big"],
    [{ kind: "heic" } as const, "heic"],
  ])("of another sort are refused where they come: %j", (refusal, said) => {
    expect(new InvoiceDesk().give({ kind: "file-refused", refusal }).said).toEqual([said]);
  });
  test("are neither tables nor videos", () => {
    expect(new InvoiceDesk().give({ kind: "table", uniqueId: "t" }).said).toEqual(["not-a-paper"]);
    const media = { uniqueId: "v", fileId: "f", kind: "video", sentAs: "video" } as const;
    expect(new InvoiceDesk().give({ kind: "picture", media }).said).toEqual(["not-a-paper"]);
  });
  test.each([
    ["../../etc/passwd", "_.._etc_passwd"],
    ["счёт\u202efdp.exe", "счётfdp.exe"],
    ["a\u0000b\n.pdf", "ab.pdf"],
    ["CON.pdf", "_CON.pdf"],
    [".pdf", "pdf"],
    ["", "file"],
    [`${"я".repeat(300)}.pdf`, `${"я".repeat(116)}.pdf`],
  ])("keep a name that is safe to show: %j", (given, shown) => {
    expect(cleanFileName(given)).toBe(shown);
  });
});

describe("the sum", () => {
  test.each(["244 000", "244000,00", "244 000 руб.", "244\u00a0000.00 ₽"])("«%s» is 244 000 ₽", (typed) => {
    expect(InvoiceDesk.atSum().type(typed).prompt.ask).toEqual({ kind: "rate", sum: 24_400_000 });
  });
  test.each([
    ["-5", "negative"],
    ["0", "zero"],
    ["12,345", "too-precise"],
    ["много", "not-a-sum"],
    ["99999999999999999", "too-big"],
    ["244 000 грн", "other-currency"],
  ])("«%s» is refused: %s", (typed, why) => {
    expect(InvoiceDesk.atSum().type(typed).last.remarks).toEqual([{ kind: "bad-sum", why }]);
  });
  test.each([
    ["45000", 22, 811_475],
    ["60000", 22, 1_081_967],
    ["18300", 22, 330_000],
    ["244000", 22, 4_400_000],
    ["84000", 5, 400_000],
    ["0,61", 22, 11],
    ["0,01", 22, 0],
  ])("%s with %i %% contains the tax of domain 3", (typed, percent, vat) => {
    const desk = InvoiceDesk.atSum().type(typed).rate(percent).press("right");
    expect(sumOf(desk)).toMatchObject({ vat: { percent, sum: vat } });
  });
  test("rates are those of the invoice's day and of the country; another is refused", () => {
    const offered = (desk: InvoiceDesk) =>
      desk.offered.flatMap((button) => (button.kind === "rate" ? [button.percent] : []));
    const desk = InvoiceDesk.atSum().type("120");
    expect(offered(desk)).toEqual([22, 10, 7, 5, 0, undefined]);
    expect(desk.type("20%").last.remarks).toEqual([{ kind: "bad-rate", date: "2026-03-11" }]);
    expect(offered(InvoiceDesk.atSum({}, "30.12.2025").type("120"))).toEqual([20, 10, 7, 5, 0, undefined]);
    expect(offered(InvoiceDesk.atSum({ company: inUkraine }).type("120"))).toEqual([20, 14, 7, 0, undefined]);
  });
  test("may be without VAT, or with VAT of 0 %", () => {
    expect(sumOf(InvoiceDesk.atSum().type("12600").rate())).toEqual({ kind: "sum", sum: 1_260_000 });
    expect(sumOf(InvoiceDesk.atSum().type("12600").type("0"))).toMatchObject({ vat: { percent: 0, sum: 0 } });
  });
  test("a tax that differs by a kopeck is taken as it is written; by more it is asked about, and never mended", () => {
    const desk = InvoiceDesk.atSum().type("45000").rate(22);
    expect(sumOf(desk.type("8 114,74"))).toMatchObject({ vat: { percent: 22, sum: 811_474 } });
    const other = InvoiceDesk.atSum().type("45000").rate(22).type("8 100");
    expect(other.prompt.ask).toEqual({ kind: "vat-differs", percent: 22, inside: 811_475, vat: 810_000 });
    expect(sumOf(other.press("as-on-paper"))).toMatchObject({ vat: { percent: 22, sum: 810_000 } });
  });
  test("a tax above the sum is refused", () => {
    expect(InvoiceDesk.atSum().type("100").rate(22).type("100,01").said).toEqual(["vat-above-sum"]);
  });
  test("«Назад» leads out step by step", () => {
    const desk = InvoiceDesk.atSum().type("45000").rate(22).type("1");
    const asked = ["vat", "rate", "sum", "plain"].map(() => desk.press("back").asked);
    expect(asked).toEqual(["vat", "rate", "sum", "plain"]);
  });
  test("its rate is asked again when the invoice's day becomes one on which it was not in force", () => {
    const desk = InvoiceDesk.atPreview().press("change");
    desk.press("question", (button) => button.kind === "question" && button.question === "date");
    expect(desk.type("30.12.2025").prompt.ask).toEqual({ kind: "rate", sum: 24_400_000 });
    expect(desk.rate(20).press("right").asked).toBe("preview");
  });
});

describe("the dates", () => {
  const atDue = (): InvoiceDesk => InvoiceDesk.atSum().type("244 000").rate();
  test("an invoice of tomorrow is taken, of the day after not", () => {
    const desk = new InvoiceDesk().pdf(["inv"]).press("done").press("supplier").type("1");
    expect(desk.type("16.03.2026").last.remarks).toEqual([{ kind: "date-ahead", latest: "2026-03-15" }]);
    expect(desk.type("15.03.2026").asked).toBe("sum");
  });
  test("it is due no earlier than it was written", () => {
    expect(atDue().type("10.03.2026").last.remarks).toEqual([
      { kind: "date-early", question: "date", earliest: "2026-03-11" },
    ]);
  });
  test("three days are offered, counted from today", () => {
    const days = atDue().offered.flatMap((button) => (button.kind === "ahead" ? [button.date] : []));
    expect(days).toEqual(["2026-03-17", "2026-03-21", "2026-03-28"]);
  });
  test("a day and month that are over mean the year to come", () => {
    expect(atDue().type("05.01").draft.answers["due"]).toEqual({ kind: "date", date: "2027-01-05" });
  });
  test("when the invoice's day is moved behind the due day, that is asked again and not sent", () => {
    const desk = InvoiceDesk.atPreview().press("change");
    desk
      .press("question", (button) => button.kind === "question" && button.question === "due")
      .type("11.03.2026");
    desk.press("change");
    desk
      .press("question", (button) => button.kind === "question" && button.question === "date")
      .type("12.03.2026");
    expect(desk.prompt.ask).toMatchObject({ kind: "plain", question: { id: "due" } });
    expect(desk.offered.some(({ kind }) => kind === "next")).toBe(false);
    expect(desk.press("back").press("submit").last.remarks).toEqual([
      { kind: "date-early", question: "date", earliest: "2026-03-12" },
    ]);
  });
});

describe("who signs", () => {
  const atPerson = (): InvoiceDesk =>
    InvoiceDesk.atSum().type("1").rate().type("18.03.2026").type("x").press("skip").press("skip");
  test("is either director or any of them (O5)", () => {
    const offered = atPerson().offered.flatMap((button) => (button.kind === "person" ? [button.person] : []));
    expect(offered).toEqual([undefined, "sokolova", "gromov"]);
    expect(atPerson().type("гром").said).toEqual(["choose-one"]);
    expect(atPerson().type("gromov").draft.answers["signer"]).toEqual({ kind: "person", person: "gromov" });
  });
  test("answers itself where there is one, and where the other one files", () => {
    const desk = InvoiceDesk.atPreview({ company: oneDirector });
    expect(desk.prompt.buttons.length).toBeGreaterThan(0);
    expect(desk.press("submit").sent["signer"]).toEqual({ kind: "person" });
    const own = {
      ...company,
      holders: company.holders.map((holder) =>
        holder.person === "sokolova" ? { ...holder, person: filer } : holder,
      ),
    };
    expect(InvoiceDesk.atPreview({ company: own }).press("submit").sent["signer"]).toEqual({
      kind: "person",
    });
  });
});

describe("the account", () => {
  const atAccount = (of: ConstructorParameters<typeof InvoiceDesk>[0] = {}): InvoiceDesk =>
    InvoiceDesk.atSum(of).type("1").rate().type("18.03.2026").type("x");
  test.each([
    `${account} ${bank}`,
    `р/с ${account}, БИК ${bank}`,
    `БИК ${bank} р/с ${account}`,
    `40702 810 9 0000 0000101; ${bank}`,
    `${bank}${account}`,
  ])("«%s» is read", (typed) => {
    expect(atAccount().type(typed).draft.answers["account"]).toEqual({ kind: "account", account, bank });
  });
  test("typed alone is followed by its bank", () => {
    const desk = atAccount().type(account);
    expect(desk.prompt.ask).toEqual({ kind: "account-bank", account });
    expect(desk.type("123").last.remarks).toEqual([{ kind: "bad-account", why: "bank", country: "RU" }]);
    expect(desk.type(bank).draft.answers["account"]).toEqual({ kind: "account", account, bank });
  });
  test.each([
    [`40702810900000000102 ${bank}`, "check"],
    [`${account} 049601778`, "check"],
    ["12345", "form"],
    ["UA123999990000026001000000101", "iban"],
    ["DE89370400440532013001", "iban"],
  ])("«%s» is refused: %s", (typed, why) => {
    expect(atAccount().type(typed).last.remarks).toEqual([{ kind: "bad-account", why, country: "RU" }]);
  });
  test.each([
    "UA693999990000026001000000101",
    "DE89 3704 0044 0532 0130 00",
    "IBAN: UA69 399999 0000026001000000101",
  ])("an IBAN is taken when its check digits fit: %s", (typed) => {
    const iban = typed.replace(/^IBAN:/, "").replaceAll(" ", "");
    expect(atAccount({ company: inUkraine }).type(typed).draft.answers["account"]).toEqual({
      kind: "account",
      account: iban,
    });
  });
});

describe("an invoice that begins from another", () => {
  const request = (over: Partial<Request> = {}): Request => ({
    id: units<RequestId>(7),
    process: invoice.id,
    processVersion: 1,
    place: id<DepartmentId>("office"),
    filer,
    filedAt: units<Instant>(1),
    answers: {
      ...InvoiceDesk.atPreview().press("submit").sent,
      signer: { kind: "person", person: "gromov" as never },
    },
    changed: [],
    late: [],
    stage: id<StageId>("decision-maker"),
    status: "rework",
    round: 1,
    steps: [],
    talk: [],
    authors: [filer],
    papers: [],
    revision: 1,
    version: 1,
    ...over,
  });
  test("sent back, begins with a new file and the choice of who signs; all else stands and can be changed (S1.12)", () => {
    const standing = request();
    const desk = new InvoiceDesk({ request: standing, draft: (around) => draftToMend(standing, around) });
    expect([desk.asked, desk.draft.papers]).toEqual(["files", []]);
    desk.pdf(["new"]).press("done");
    expect(desk.asked).toBe("person");
    desk.press("person");
    expect(desk.asked).toBe("preview");
    expect(desk.offered.map(({ kind }) => kind)).toContain("change");
    expect(desk.press("submit").sent).toMatchObject({
      file: { files: [{ name: "new.pdf" }] },
      number: { text: "УТ-1045" },
      signer: { kind: "person" },
    });
  });
  test("can't be sent without the new file", () => {
    const standing = request();
    const desk = new InvoiceDesk({ request: standing, draft: (around) => draftToMend(standing, around) });
    desk.press("back").press("submit");
    expect([desk.asked, desk.said]).toEqual(["files", ["missing"]]);
  });
  test("filed again as a copy, begins the same way", () => {
    const desk = new InvoiceDesk({ draft: (around) => draftToCopy(request(), around) });
    expect([desk.asked, desk.draft.papers, desk.draft.copyOf]).toEqual(["files", [], 7]);
  });
  test("of a process that isn't mended from a question, keeps its files", () => {
    const desk = new InvoiceDesk({
      process: mendedAnywhere,
      draft: (around) => draftToCopy(request(), around),
    });
    expect(desk.asked).toBe("preview");
    expect(desk.press("submit").sent["file"]).toMatchObject({
      files: [{ name: "inv.pdf", hash: hashOf("inv") }],
    });
  });
});
