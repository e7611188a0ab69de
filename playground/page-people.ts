/** What a visitor of the page lets a person do: write, press, send files, stop the bot. */
import { Hono } from "hono";
import { z } from "zod";
import * as acts from "./acts.ts";
import { block, unblock } from "./blocking.ts";
import type { Content } from "./messages.ts";
import { mimeOf, unknownType } from "./mime.ts";
import { samplePath } from "./page-files.ts";
import { makePicture } from "./pictures.ts";
import type { World } from "./world.ts";

const albumMax = 10;

const bodies = {
  text: z.object({ text: z.string(), replyTo: z.number().int().nullish() }),
  start: z.object({ payload: z.string().optional() }),
  press: z.object({ messageId: z.number().int(), data: z.string() }),
  contact: z.object({ own: z.boolean(), phone: z.string().optional(), userId: z.number().int().optional() }),
  edit: z.object({ messageId: z.number().int(), text: z.string() }),
};

/** Routes under `/playground/people`; an id that belongs to nobody is 404. */
export function peopleApi(world: World, samplesDir: string | undefined): Hono {
  const app = new Hono();
  app.use("/:id/*", async (c, next) => {
    if (!world.people.find(Number(c.req.param("id"))))
      return c.json({ error: "There is no such person" }, 404);
    return next();
  });
  app.post("/:id/text", async (c) => {
    const { text, replyTo } = bodies.text.parse(await c.req.json());
    return c.json({ messageId: acts.say(world, Number(c.req.param("id")), text, replyTo ?? undefined).id });
  });
  app.post("/:id/start", async (c) => {
    const { payload } = bodies.start.parse(await c.req.json());
    return c.json({ messageId: acts.start(world, Number(c.req.param("id")), payload).id });
  });
  app.post("/:id/press", async (c) => {
    const { messageId, data } = bodies.press.parse(await c.req.json());
    return c.json({ pressId: acts.press(world, Number(c.req.param("id")), messageId, data) });
  });
  app.post("/:id/contact", async (c) => {
    const { own, phone, userId } = bodies.contact.parse(await c.req.json());
    const whose = {
      own,
      ...(phone === undefined ? {} : { phone }),
      ...(userId === undefined ? {} : { userId }),
    };
    return c.json({ messageId: acts.shareContact(world, Number(c.req.param("id")), whose).id });
  });
  app.post("/:id/edit", async (c) => {
    const { messageId, text } = bodies.edit.parse(await c.req.json());
    return c.json({ messageId: acts.edit(world, Number(c.req.param("id")), messageId, text).id });
  });
  app.post("/:id/block", (c) => {
    block(world, Number(c.req.param("id")));
    return c.json({});
  });
  app.post("/:id/unblock", (c) => {
    unblock(world, Number(c.req.param("id")));
    return c.json({});
  });
  app.post("/:id/files", async (c) => {
    const form = await c.req.formData();
    const sent = await sendFiles(world, Number(c.req.param("id")), form, samplesDir);
    return c.json({ messageIds: sent });
  });
  return app;
}

/** Sends chosen samples and uploaded files, several of them as one album; the caption goes with the first. */
async function sendFiles(
  world: World,
  id: number,
  form: FormData,
  samplesDir: string | undefined,
): Promise<number[]> {
  const chosen = await givenFiles(form, samplesDir);
  if (chosen.length === 0) throw new acts.NotPossible("No file was chosen");
  if (chosen.length > albumMax) throw new acts.NotPossible(`At most ${albumMax} files at once`);
  const caption = textField(form, "caption");
  const asFile = textField(form, "asFile") === "1";
  const replyTo = Number(textField(form, "replyTo")) || undefined;
  // An album holds photos or files, never both: one file among photos makes them all files.
  const photos = !asFile && chosen.every(({ type }) => isPhoto(type));
  const contents: Content[] = [];
  for (const [n, file] of chosen.entries()) {
    const words = n === 0 ? caption : "";
    contents.push(
      photos
        ? acts.photoContent(world, await makePicture(world.store, file.bytes), words)
        : acts.documentContent(world, file, words, file.type),
    );
  }
  return acts.receiveAlbum(world, id, contents, { replyTo }).map((message) => message.id);
}

interface Chosen extends acts.Given {
  /** By its name, or as the browser says when the name says nothing. */
  type: string;
}

async function givenFiles(form: FormData, samplesDir: string | undefined): Promise<Chosen[]> {
  const chosen: Chosen[] = [];
  for (const name of form.getAll("samples")) {
    const path = typeof name === "string" ? samplePath(samplesDir, name) : undefined;
    if (path === undefined) throw new acts.NotPossible("There is no such sample");
    chosen.push({ ...acts.given(path), type: mimeOf(path) });
  }
  for (const file of form.getAll("files")) {
    if (typeof file === "string") continue;
    const byName = mimeOf(file.name);
    const type = byName === unknownType && file.type !== "" ? file.type : byName;
    chosen.push({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, type });
  }
  return chosen;
}

function textField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function isPhoto(type: string): boolean {
  return /^image\/(?:jpeg|png|webp)$/.test(type);
}
