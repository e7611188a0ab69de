/** The file that says who is there, when the embedded Telegram runs alone. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Bot, Persona } from "./people.ts";

/** Telegram's ids are safe as numbers; those of people and the bot are positive. */
const id = z
  .number()
  .int()
  .positive()
  .max(2 ** 52);

const persona = z.strictObject({
  id,
  name: z.string().min(1),
  firstName: z.string().min(1).max(64).optional(),
  lastName: z.string().max(64).optional(),
  username: z
    .string()
    .regex(/^\w{4,32}$/)
    .optional(),
  languageCode: z.string().min(2).max(8).optional(),
  phone: z.string().min(3).optional(),
  label: z.string().optional(),
  shown: z.boolean().optional(),
});

const file = z.strictObject({
  bot: z
    .strictObject({
      id,
      username: z.string().regex(/^\w{4,32}$/),
      firstName: z.string().min(1).max(64),
    })
    .default({ id: 4242, username: "playground_bot", firstName: "Playground" }),
  people: z.array(persona).min(1),
});

/** Reads YAML or JSON; a mistake ends with its place and what was expected. */
export function readPeopleFile(path: string): { bot: Bot; people: Persona[] } {
  const read = file.safeParse(parse(readFileSync(path, "utf8")));
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
  const ids = read.data.people.map((person) => person.id);
  if (new Set(ids).size < ids.length) throw new Error(`${path}: two people have one id`);
  return { bot: read.data.bot, people: read.data.people.map(asPersona) };
}

/** Fields without a value are left out; without a first name the first word of the name stands for it. */
function asPersona({ firstName, ...given }: z.infer<typeof persona>): Persona {
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { id: number, name } = given;
  return { ...known, id: number, name, firstName: firstName ?? name.split(" ")[0] ?? name };
}
