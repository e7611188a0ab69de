/** The page's mailbox: letters, their attachments, and what goes wrong with the mail server on demand. */
import { Hono } from "hono";
import { z } from "zod";
import type { Mailbox } from "./mailbox.ts";
import type { MailFaults } from "./mail-faults.ts";
import { mailFaultKinds } from "./mail-faults.ts";

/** A letter's HTML is a stranger's page: it may neither load nor run anything, nor reach ours. */
const sealedOff = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const faultOrder = z.union([
  z.strictObject({ kind: z.enum(mailFaultKinds), times: z.number().int().min(1).max(1000).default(1) }),
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("greylist"), on: z.boolean() }),
]);

/** Everything under `/playground/letters` and `/playground/mail-faults`. */
export function mailApi(mailbox: Mailbox, faults: MailFaults): Hono {
  const app = new Hono();
  const nothing = (): Response => Response.json({ error: "There is no such letter" }, { status: 404 });
  app.get("/letters", (c) => c.json(mailbox.list()));
  app.get("/letters/:n", async (c) => {
    const letter = await mailbox.open(Number(c.req.param("n")));
    return letter === undefined ? nothing() : c.json(letter);
  });
  app.get("/letters/:n/eml", (c) => {
    const bytes = mailbox.raw(Number(c.req.param("n")));
    return bytes === undefined ? nothing() : saved(bytes, `letter-${Number(c.req.param("n"))}.eml`);
  });
  app.get("/letters/:n/html", async (c) => {
    const html = (await mailbox.parsed(Number(c.req.param("n"))))?.html;
    if (html === undefined) return nothing();
    return new Response(html, {
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": sealedOff,
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
  app.get("/letters/:n/files/:at", async (c) => {
    const email = await mailbox.parsed(Number(c.req.param("n")));
    const file = email?.attachments[Number(c.req.param("at"))];
    if (file === undefined) return nothing();
    const bytes = typeof file.content === "string" ? Buffer.from(file.content) : new Uint8Array(file.content);
    return saved(bytes, file.filename ?? "file");
  });
  app.post("/mail-faults", async (c) => {
    const order = faultOrder.parse(await c.req.json());
    if (order.kind === "none") faults.clear();
    else if (order.kind === "greylist") faults.greylist = order.on;
    else faults.add(order);
    return c.json(mailFaultState(faults));
  });
  return app;
}

export function mailFaultState(faults: MailFaults) {
  return { waiting: faults.waiting(), greylist: faults.greylist };
}

/** Bytes to be saved, never shown: they came from outside. */
function saved(bytes: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox",
    },
  });
}
