/** Forged presses: a changed client can send any data for any message (W2, F120). */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseButton } from "../../../bot/buttons.ts";
import { tap } from "../../../bot/features/presses.ts";
import { openTurn } from "../../../bot/intake/turn.ts";
import { whoCode } from "../../../bot/reports/report-scope.ts";
import { loadCompany } from "../../../db/company.ts";
import { write } from "../../../db/write.ts";
import { personById } from "../../../flows/company/directory.ts";
import { id, units, type Instant, type PersonId } from "../../../flows/ids.ts";
import { story } from "../../harness.ts";
import { file } from "./chat.ts";

const actions = "a r b u k y f v vy m c d i h hf o np zr zd zn".split(" ");
/** Of colleagues: asked, answered, handed on, taken back; then lists and replacements, which name no request. */
const ofColleagues = ["ec", "ea", "ed", "eb"];
const toColleague = ["ew", "et"];
const numbered = ["g", "za", "zs", "zf"];
const others = ["q", "w", "p", "s", "el", "en", "er", "ep", "ey"];
const people = ["belova", "kiselev", "kotov", "gromov", "nobody"].map((who) => whoCode(id<PersonId>(who)));
const forged = fc
  .tuple(
    fc.constantFrom(...actions, ...others, ...numbered, ...ofColleagues, ...toColleague),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom("merchandiser", "supplier-manager", "director", "constructor"),
    fc.constantFrom("r", "b"),
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom(...people),
    fc.constantFrom(...people),
  )
  .map(([code, request, revision, visa, decision, index, who, other]) => {
    const at = `${code}:${request}`;
    if (ofColleagues.includes(code)) return `${at}:${visa}`;
    if (toColleague.includes(code)) return `${at}:${visa}:${who}`;
    if (code === "er") return `er:${who}`;
    if (code === "ep") return `ep:${who}:${other}`;
    if (code === "ey") return `ey:${who}:${other}:00000000`;
    if (code === "a" || code === "r" || code === "b") return `${at}:${revision}:${visa}`;
    if (code === "q") return `${at}:${revision}:${visa}:${decision}:${index}`;
    if (code === "w") return `${at}:${revision}:${visa}:${decision}`;
    if (code === "k" || code === "y" || code === "f") return `${at}:${visa}`;
    if (code === "p") return `${at}:${visa}:${index}:${index}`;
    if (code === "s") return `${at}:${visa}:${index}`;
    return numbered.includes(code) ? `${at}:${index}` : at;
  });

test("10 000 forged presses of people without any right change nothing and never fail", async () => {
  const told = await story();
  await told.everybody();
  await file(told);
  await file(told, { process: "return", by: "ryabov", place: "store-3" });
  await file(told, { by: "gavrilova" });
  const company = loadCompany(told.store);
  const now = units<Instant>(told.clock.now());
  const rows = (): unknown =>
    told.store.sqlite
      .prepare("SELECT max(seq), (SELECT group_concat(version) FROM requests) FROM log")
      .raw()
      .get();
  const before = rows();
  for (const who of ["lebedeva", "zhukova", "orlova", "fomin"]) {
    const me = personById(company, id(who));
    if (me === undefined) throw new Error(`the demo company has no ${who}`);
    write(told.store, (tx) => {
      fc.assert(
        fc.property(forged, (data) => {
          // a head of store 3 sees its return; nobody of these may touch anything
          const button = parseButton(data);
          if (button === undefined || (who === "fomin" && "request" in button && button.request === 2))
            return;
          tap(openTurn({ tx, now, company, me }).turn, button, { message: 1 });
        }),
        { numRuns: 2500, seed: 17 },
      );
    });
  }
  expect(rows()).toEqual(before);
  await told.close();
}, 120_000);

test("whatever those press who do have rights, no press ever fails", async () => {
  const told = await story();
  await told.everybody();
  for (let n = 0; n < 2; n += 1) {
    await file(told);
    await file(told, { process: "return", by: "ryabov", place: "store-3" });
  }
  const company = loadCompany(told.store);
  const people = ["belova", "kiselev", "kotov", "ryabov", "gromov", "nazarov"].map((who) =>
    personById(company, id(who)),
  );
  let now = told.clock.now();
  write(told.store, (tx) => {
    fc.assert(
      fc.property(forged, fc.constantFrom(...people), (data, me) => {
        const button = parseButton(data);
        if (button === undefined || me === undefined) return;
        now += 1000;
        tap(openTurn({ tx, now: units<Instant>(now), company, me }).turn, button, { message: 1 });
      }),
      { numRuns: 2500, seed: 17 },
    );
  });
  await told.close();
}, 120_000);
