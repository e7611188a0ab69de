/** The playground's mailbox: a real SMTP server takes any letter, the page shows it, and it misbehaves on demand. */
import { createTransport, type SendMailOptions } from "nodemailer";
import { expect, onTestFinished, test } from "vitest";
import { openMailServer, type MailServer } from "../../playground/mail-server.ts";
import { monday, openBench, type Bench } from "../telegram/telegram.ts";

interface Post {
  readonly bench: Bench;
  readonly server: MailServer;
  send(mail?: SendMailOptions): Promise<unknown>;
  /** What the page is answered. */
  get(path: string): Promise<any>; // oxlint-disable-line typescript/no-explicit-any -- a test reads what it expects
  order(body: object): Promise<unknown>;
}

async function openPost(): Promise<Post> {
  const server = await openMailServer({ now: () => bench.clock.now() });
  onTestFinished(() => server.close());
  const bench: Bench = await openBench({ mail: server });
  const get = async (path: string): Promise<unknown> => (await bench.fetch(`/playground/${path}`)).json();
  return {
    bench,
    server,
    get,
    send: (mail = {}) =>
      createTransport(server.url).sendMail({
        from: { name: "Бот", address: "bot@x.example" },
        to: "supplier@y.example",
        subject: "Счёт № 1",
        text: "Здравствуйте!",
        ...mail,
      }),
    async order(body) {
      const headers = { "content-type": "application/json" };
      return (
        await bench.fetch("/playground/mail-faults", { method: "POST", headers, body: JSON.stringify(body) })
      ).json();
    },
  };
}

test("a letter to anybody is kept and shown: in the list, opened, with its headers and attachments", async () => {
  const post = await openPost();
  await post.send({
    cc: "manager@x.example",
    html: "<p>Здравствуйте!</p>",
    attachments: [
      { filename: "Счёт № 1.pdf", content: Buffer.from("%PDF-1.7"), contentType: "application/pdf" },
    ],
  });
  const line = {
    n: 1,
    at: monday,
    from: "Бот <bot@x.example>",
    to: ["supplier@y.example", "manager@x.example"],
    subject: "Счёт № 1",
    attachments: 1,
  };
  expect(await post.get("letters")).toEqual([{ ...line, seen: false }]);
  expect((await post.get("state")).mail).toEqual({ unseen: 1, waiting: [], greylist: false });
  const opened = await post.get("letters/1");
  expect(opened).toMatchObject({
    ...line,
    seen: true,
    text: "Здравствуйте!",
    hasHtml: true,
    files: [{ name: "Счёт № 1.pdf", mime: "application/pdf", size: 8 }],
  });
  expect(opened.headers).toContainEqual({ name: "Subject", value: "Счёт № 1" });
  expect((await post.get("state")).mail.unseen).toBe(0);
  const file = await post.bench.fetch("/playground/letters/1/files/0");
  expect(await file.text()).toBe("%PDF-1.7");
  expect(file.headers.get("content-disposition")).toContain(encodeURIComponent("Счёт № 1.pdf"));
  const eml = await (await post.bench.fetch("/playground/letters/1/eml")).text();
  expect(eml).toContain("Content-Type: multipart/mixed");
});

test("the page hears of a letter as it comes", async () => {
  const post = await openPost();
  const heard: unknown[] = [];
  post.bench.telegram.world.events.subscribe((event) => heard.push(event));
  await post.send();
  expect(heard).toMatchObject([{ kind: "letter", letter: { n: 1, subject: "Счёт № 1", seen: false } }]);
});

test("a letter's HTML is shown where it can neither run nor load anything", async () => {
  const post = await openPost();
  await post.send({ html: '<script>alert(1)</script><img src="https://spy.example/x.gif">' });
  const shown = await post.bench.fetch("/playground/letters/1/html");
  expect(shown.headers.get("content-security-policy")).toMatch(/sandbox; default-src 'none'/);
  const attached = await post.bench.fetch("/playground/letters/1/eml");
  expect(attached.headers.get("content-type")).toBe("application/octet-stream");
});

test("what is not there is not found", async () => {
  const post = await openPost();
  for (const path of ["7", "x", "7/eml", "7/html", "7/files/0"])
    expect((await post.bench.fetch(`/playground/letters/${path}`)).status).toBe(404);
});

test("other web pages read no letters", async () => {
  const post = await openPost();
  const foreign = await post.bench.fetch("/playground/letters", {
    headers: { origin: "https://evil.example" },
  });
  expect(foreign.status).toBe(403);
});

test("a reset forgets letters and orders", async () => {
  const post = await openPost();
  await post.send();
  await post.order({ kind: "550" });
  await post.bench.fetch("/playground/reset", { method: "POST" });
  expect(await post.get("letters")).toEqual([]);
  await post.send();
  expect(await post.get("letters")).toHaveLength(1);
});

test.each([
  "421",
  "451",
  "550",
  "535",
  "cut-greeting",
  "cut-recipient",
  "cut-message",
  "cut-before",
  "cut-kept",
])("%s is ordered for the next conversation, and then all is well again", async (kind) => {
  const post = await openPost();
  expect(await post.order({ kind })).toEqual({ waiting: [{ kind, times: 1 }], greylist: false });
  await expect(post.send()).rejects.toThrow();
  await post.send();
  expect(await post.get("letters")).toHaveLength(kind === "cut-kept" ? 2 : 1);
});

test("a hanging conversation is let go when the orders are taken back", async () => {
  const post = await openPost();
  await post.order({ kind: "hang" });
  const sending = post.send();
  sending.catch(() => undefined); // looked at below
  await expect.poll(async () => (await post.get("state")).mail.waiting).toEqual([]);
  await post.order({ kind: "none" });
  await expect(sending).rejects.toThrow();
});

test("greylisting puts strangers off for some minutes of the playground's clock", async () => {
  const post = await openPost();
  await post.order({ kind: "greylist", on: true });
  await expect(post.send()).rejects.toThrow("Greylisted");
  post.bench.clock.advance(60_000);
  await expect(post.send()).rejects.toThrow("Greylisted");
  post.bench.clock.advance(4 * 60_000);
  await post.send();
  await expect(post.send({ to: "other@y.example" })).rejects.toThrow("Greylisted");
});

test("where no mail server was opened there is no mailbox", async () => {
  const bench = await openBench();
  expect(await (await bench.fetch("/playground/state")).json()).not.toHaveProperty("mail");
  expect((await bench.fetch("/playground/letters")).status).toBe(404);
});

test("until somebody keeps them, letters are put off", async () => {
  const server = await openMailServer({ now: () => monday });
  onTestFinished(() => server.close());
  await expect(
    createTransport(server.url).sendMail({ from: "a@x.example", to: "b@y.example" }),
  ).rejects.toThrow("421");
});
