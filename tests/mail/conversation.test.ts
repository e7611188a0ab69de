/** F68 F69 A letter and a real mail server on loopback: what arrives, and what each ending of the conversation means. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { describe, expect, onTestFinished, test } from "vitest";
import { openMailChannel, type MailChannel } from "../../bot/channels/mail.ts";
import type { Letter } from "../../bot/channels/mail-letter.ts";
import type { Outcome } from "../../bot/channels/mail-outcome.ts";
import type { MailFaultKind } from "../../playground/mail-faults.ts";
import { from, patienceMs } from "./content.ts";
import { letter, pigeonhole } from "./letters.ts";

const channelTo = (url: string): MailChannel => openMailChannel({ url, from, patienceMs });

async function send(channel: MailChannel, given: Letter): Promise<Outcome> {
  const sealed = await channel.seal(given);
  if ("fault" in sealed) throw new Error(`the letter was not even tried: ${sealed.fault}`);
  return channel.send(sealed);
}

/** A server of a special kind, for one test. */
async function server(options: SMTPServerOptions): Promise<string> {
  const made = new SMTPServer({
    disableReverseLookup: true,
    allowInsecureAuth: true,
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    closeTimeout: 50,
    logger: false,
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    onData: (stream, _session, done) => void stream.resume().once("end", () => done()),
    ...options,
  });
  made.on("error", () => undefined); // hang-ups are what is tested
  made.listen(0, "127.0.0.1");
  await once(made.server, "listening");
  onTestFinished(() => new Promise<void>((closed) => made.close(() => closed())));
  const { port } = made.server.address() as AddressInfo; // of a TCP server
  return `smtp${options.secure === true ? "s" : ""}://u:p@127.0.0.1:${port}`;
}

describe("a letter that is taken", () => {
  test("arrives as it was written, with its headers, both bodies and the attachment byte for byte", async () => {
    const hole = await pigeonhole();
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256);
    const written = letter({
      replyTo: { name: "Петренко Максим", address: "petrenko@north-step.example" },
      thread: ["<inv-17-0@north-step.example>"],
      attachments: [{ name: "Счёт № УТ-1045.pdf", mime: "application/pdf", bytes }],
    });
    expect(await send(channelTo(hole.server.url), written)).toMatchObject({ kind: "sent" });
    const [read] = await hole.read();
    expect(read).toMatchObject({
      from: { name: "ООО «Северный шаг»", address: from },
      to: [{ name: "АО «Вихрь-Опт»", address: "sales@vihr-opt.example" }],
      replyTo: [{ name: "Петренко Максим", address: "petrenko@north-step.example" }],
      subject: written.subject,
      messageId: "<inv-17-1@north-step.example>",
      inReplyTo: "<inv-17-0@north-step.example>",
      references: "<inv-17-0@north-step.example>",
      date: "2026-03-01T09:00:00.000Z",
    });
    expect(read?.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
    expect(read?.text?.trimEnd()).toBe(written.text.trimEnd());
    expect(read?.html?.trim()).toBe(written.html);
    const [file] = read?.attachments ?? [];
    expect(file).toMatchObject({ filename: "Счёт № УТ-1045.pdf", mimeType: "application/pdf" });
    expect(Buffer.from(file?.content as ArrayBuffer).equals(bytes)).toBe(true); // that is how attachments are given
    expect(hole.arrived).toMatchObject([{ sender: from, recipients: ["sales@vihr-opt.example"] }]);
  });

  test("what is kept as .eml is what went over the wire", async () => {
    const hole = await pigeonhole();
    const channel = channelTo(hole.server.url);
    const sealed = await channel.seal(letter());
    if ("fault" in sealed) throw new Error("it is sound");
    await channel.send(sealed);
    expect(Buffer.from(hole.arrived[0]?.bytes ?? []).equals(sealed.eml)).toBe(true);
  });

  test("a Cyrillic domain is written to in its ASCII spelling", async () => {
    const hole = await pigeonhole();
    const channel = channelTo(hole.server.url);
    const sealed = await channel.seal(letter({ to: { name: "", address: "zakaz@Почта.рф" } }));
    expect(sealed).toMatchObject({ to: "zakaz@xn--80a1acny.xn--p1ai" });
    if ("fault" in sealed) return;
    expect(sealed.eml.toString()).toContain("To: zakaz@xn--80a1acny.xn--p1ai");
    expect(await channel.send(sealed)).toMatchObject({ kind: "sent" });
    expect(hole.arrived[0]?.recipients).toEqual(["zakaz@почта.рф"]); // as the server reads it
  });

  test("the manager's copy goes apart, and only once the supplier's is taken", async () => {
    const cc = { name: "Петренко", address: "petrenko@north-step.example" };
    const hole = await pigeonhole();
    const channel = channelTo(hole.server.url);
    await send(channel, letter({ cc }));
    expect(hole.arrived.map(({ recipients }) => recipients)).toEqual([
      ["sales@vihr-opt.example"],
      [cc.address],
    ]);
    hole.server.faults.add({ kind: "550" });
    expect(await send(channel, letter({ cc }))).toMatchObject({ kind: "refused" });
    expect(hole.arrived).toHaveLength(2);
  });

  test("a copy that is refused does not make the supplier's letter one that is to be sent again", async () => {
    const hole = await pigeonhole();
    const refusing = await server({
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith("petrenko") ? Object.assign(new Error("who?"), { responseCode: 550 }) : null),
    });
    const cc = { name: "Петренко", address: "petrenko@north-step.example" };
    const outcome = await send(channelTo(refusing), letter({ cc }));
    expect(outcome).toMatchObject({ kind: "sent", copyLost: "550 who?" });
    expect(hole.arrived).toEqual([]);
  });
});

describe("what each ending means", () => {
  const endings: readonly (readonly [MailFaultKind, object, string])[] = [
    ["421", { kind: "later", ambiguous: false }, "the server is busy: later"],
    ["451", { kind: "later", ambiguous: false }, "refused for now: later"],
    ["550", { kind: "refused", why: "server", answer: "550 No such user here" }, "no such address: never"],
    ["535", { kind: "shut-out", why: "password" }, "wrong password: no letter at all"],
    [
      "cut-greeting",
      { kind: "later", ambiguous: false },
      "cut before the greeting: later, surely not delivered",
    ],
    ["cut-recipient", { kind: "later", ambiguous: false }, "cut at the address: later, surely not delivered"],
    ["cut-before", { kind: "later", ambiguous: true }, "cut before the answer: later, perhaps delivered"],
    [
      "cut-kept",
      { kind: "later", ambiguous: true },
      "cut before the answer to a letter that was taken: the same",
    ],
    ["hang", { kind: "later", ambiguous: true }, "no answer to the letter: later, perhaps delivered"],
    ["cut-after", { kind: "sent" }, "cut right after the answer: sent"],
  ];
  test.each(endings)("%s → %o (%s)", async (kind, expected) => {
    const hole = await pigeonhole();
    hole.server.faults.add({ kind });
    expect(await send(channelTo(hole.server.url), letter())).toMatchObject(expected);
  });

  test("cut in the middle of a long letter: later, surely not delivered", async () => {
    const hole = await pigeonhole();
    hole.server.faults.add({ kind: "cut-message" });
    const bytes = new Uint8Array(20 * 1024 * 1024).fill(7);
    const long = letter({ attachments: [{ name: "скан.pdf", mime: "application/pdf", bytes }] });
    expect(await send(channelTo(hole.server.url), long)).toMatchObject({ kind: "later", ambiguous: false });
    expect(hole.arrived).toEqual([]);
  });

  test("a letter that the server finds too big is refused: waiting won't make it smaller", async () => {
    const small = channelTo(await server({ size: 500 }));
    expect(await send(small, letter())).toMatchObject({ kind: "refused", why: "too-big" });
  });

  test.each([
    [554, { kind: "refused", why: "server" }],
    [552, { kind: "refused", why: "too-big" }],
    [452, { kind: "later", ambiguous: false }],
  ])("%i in answer to the whole letter → %o", async (responseCode, expected) => {
    const channel = channelTo(
      await server({
        onData: (stream, _session, done) =>
          void stream.resume().once("end", () => done(Object.assign(new Error("no"), { responseCode }))),
      }),
    );
    expect(await send(channel, letter())).toMatchObject(expected);
  });

  test("our own address refused: no letter at all", async () => {
    const channel = channelTo(
      await server({
        onMailFrom: (_address, _session, done) =>
          done(Object.assign(new Error("not you"), { responseCode: 553 })),
      }),
    );
    expect(await send(channel, letter())).toMatchObject({ kind: "shut-out", why: "sender" });
  });

  test("nobody listens, or the name is unknown: later, surely not delivered", async () => {
    const hole = await pigeonhole();
    await hole.server.close();
    for (const url of [hole.server.url, "smtp://mail.invalid:2525"])
      expect(await send(channelTo(url), letter())).toMatchObject({ kind: "later", ambiguous: false });
  });
});

describe("F69 a password is for the right server only", () => {
  test("a certificate that nobody vouches for: nothing is said to that server", async () => {
    let asked = false;
    const url = await server({
      secure: true,
      onAuth(_auth, _session, done) {
        asked = true;
        done(null);
      },
    });
    expect(await send(channelTo(url), letter())).toMatchObject({ kind: "shut-out", why: "encryption" });
    expect(asked).toBe(false);
  });

  test("it never crosses a network unencrypted", async () => {
    let asked = false;
    const url = await server({
      onAuth(_auth, _session, done) {
        asked = true;
        done(null);
      },
    });
    const elsewhere = url.replace("127.0.0.1", "0.0.0.0"); // reaches this machine, but is not known to be it
    expect(await send(channelTo(elsewhere), letter())).toMatchObject({ kind: "shut-out", why: "encryption" });
    expect(asked).toBe(false);
  });

  test("F132 what a server says of the login is told without the password", async () => {
    const hole = await pigeonhole({ login: { user: "pay", pass: "right" } });
    const url = hole.server.url.replace("right", "canary%40secret");
    const outcome = await send(channelTo(url), letter());
    expect(outcome).toMatchObject({ kind: "shut-out", why: "password" });
    expect(JSON.stringify(outcome)).not.toMatch(/canary|Y2FuYXJ5/);
    expect(hole.arrived).toEqual([]);
  });

  test("name and password with signs of their own are given as they are", async () => {
    const login = { user: "pay@north-step.example", pass: "p/ä:?#[]@ %" };
    const hole = await pigeonhole({ login });
    expect(await send(channelTo(hole.server.url), letter())).toMatchObject({ kind: "sent" });
  });
});
