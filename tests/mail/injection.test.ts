/** F127 W21 No name, number or file name adds a recipient or a header: it is refused, or it stays a word. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openMailChannel } from "../../bot/channels/mail.ts";
import { seal, wireAddress, type Letter } from "../../bot/channels/mail-letter.ts";
import PostalMime from "postal-mime";
import { from, patienceMs } from "./content.ts";
import { letter, pigeonhole } from "./letters.ts";

const attack = "x\r\nBcc: spy@evil.example";
const box = { name: "Иванов", address: "ivanov@x.example" };
const file = { name: "a.pdf", mime: "application/pdf", bytes: new Uint8Array(1) };

describe("a line break or NUL in any header value is refused before anything is sent", () => {
  const letters: readonly (readonly [string, Partial<Letter>])[] = [
    ["subject", { subject: attack }],
    ["the company's name", { fromName: attack }],
    ["the supplier's name", { to: { ...box, name: attack } }],
    ["the manager's name", { replyTo: { ...box, name: attack } }],
    ["the copy's name", { cc: { ...box, name: attack } }],
    ["the address", { to: { ...box, address: `ivanov@x.example${attack}` } }],
    ["the thread", { thread: [attack] }],
    ["the Message-ID", { messageId: attack }],
    ["a file's name", { attachments: [{ ...file, name: attack }] }],
    ["a file's type", { attachments: [{ ...file, mime: attack }] }],
    ["NUL", { subject: "a\u0000b" }],
    ["a lone line feed", { subject: "a\nb" }],
  ];
  test.each(letters)("%s", async (_what, change) => {
    expect(await seal(letter(change), from)).toEqual({ fault: "line-break" });
  });
});

test.each([
  ["", "no-address"],
  ["  ", "no-address"],
  ["a@x.example, b@y.example", "bad-address"],
  ["Иван <a@x.example>", "bad-address"],
  [`a@${"x".repeat(300)}.example`, "bad-address"],
  [`a@${"ж".repeat(60)}.${"ж".repeat(60)}.${"ж".repeat(60)}.${"ж".repeat(60)}.рф`, "bad-address"],
])("a letter to %j is not sent: %s", async (address, fault) => {
  expect(await seal(letter({ to: { name: "", address } }), from)).toEqual({ fault });
});

test("a manager without a sound address of his own holds up no letter", async () => {
  const sealed = await seal(
    letter({ replyTo: { name: "П", address: "" }, cc: { name: "П", address: "no" } }),
    from,
  );
  expect(sealed).not.toHaveProperty("fault");
  expect(sealed).not.toHaveProperty("cc");
});

test("names that look like addresses, lists and markup stay names; the letter reaches one mailbox", async () => {
  const hole = await pigeonhole();
  const channel = openMailChannel({ url: hole.server.url, from, patienceMs });
  const name = '"Вихрь", spy@evil.example, <spy@evil.example>; =?utf-8?q?x?= (';
  const sealed = await channel.seal(
    letter({
      fromName: name,
      to: { name, address: "sales@vihr-opt.example" },
      subject: `Счёт № ${name}`,
      attachments: [{ ...file, name: '../../etc/"passwd"; x=y.pdf' }],
    }),
  );
  if ("fault" in sealed) throw new Error("it is odd, but sound");
  await channel.send(sealed);
  expect(hole.arrived.map(({ recipients }) => recipients)).toEqual([["sales@vihr-opt.example"]]);
  const [read] = await hole.read();
  expect(read?.to).toEqual([{ name, address: "sales@vihr-opt.example" }]);
  expect(read?.from).toEqual({ name, address: from });
  expect(read?.subject).toBe(`Счёт № ${name}`);
});

test("whatever a supplier is called and numbers his invoices, the headers are those that we wrote", async () => {
  const text = fc.string({ unit: "binary", maxLength: 60 });
  const ours = new Set([
    ..."auto-submitted from to subject message-id date mime-version content-type".split(" "),
    "content-transfer-encoding",
  ]);
  await fc.assert(
    fc.asyncProperty(text, text, async (name, number) => {
      const sealed = await seal(
        letter({
          fromName: name,
          to: { name, address: "sales@vihr-opt.example" },
          subject: `Счёт ${number}`,
        }),
        from,
      );
      if ("fault" in sealed) return;
      const { headers, to } = await PostalMime.parse(sealed.eml);
      for (const { key } of headers) expect(ours).toContain(key);
      expect(to?.map(({ address }) => address)).toEqual(["sales@vihr-opt.example"]);
    }),
    { numRuns: 150 },
  );
});

test("what `wireAddress` gives is plain ASCII with one @", () => {
  expect(wireAddress("zakaz@почта.рф")).toBe("zakaz@xn--80a1acny.xn--p1ai");
  expect(wireAddress("sales@gmаil.com")).toBeUndefined(); // a Cyrillic а
});
