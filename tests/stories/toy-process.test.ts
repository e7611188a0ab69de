/** A new kind of process costs one declaration and nothing else: that sentence is the architecture's test. */
import { afterEach, expect, test } from "vitest";
import { post } from "../../flows/engine/process.ts";
import { process } from "../../flows/engine/process-schema.ts";
import { choice, date, goods, text } from "../../flows/engine/questions.ts";
import { story, type Story } from "../harness.ts";
import { minute, stored, submit } from "./filing-words.ts";

const say = (ru: string) => ({ ru, uk: ru, en: ru });

const markdown = process({
  id: "markdown",
  title: say("Уценка"),
  object: say("уценку"),
  filedBy: ["store-clerk"],
  form: [
    goods("goods"),
    text("why", { title: say("Почему дешевле"), max: 100, need: "required" }),
    date("until", { title: say("До какого числа"), need: "optional" }),
    choice("how", {
      title: say("Насколько"),
      need: "required",
      options: [
        { id: "third", title: say("на треть") },
        { id: "half", title: say("вполовину") },
      ],
    }),
  ],
  first: "review",
  stages: {
    review: {
      kind: "visas",
      title: say("Смотрят"),
      visas: {
        merchandiser: {
          title: say("Мерчендайзер"),
          to: post("merchandiser"),
          asks: [],
          quickReject: [say("Рано")],
          quickRework: [say("Уточнить")],
        },
        director: {
          title: say("Директор"),
          to: post("director"),
          asks: [],
          when: { is: ["how", "half"] },
          quickReject: [say("Нет")],
          quickRework: [],
        },
      },
      need: "all",
      approved: "done",
      rejected: "refused",
      rework: false,
    },
    done: {
      kind: "final",
      title: say("Уценено"),
      outcome: "positive",
      says: say("Уценка согласована"),
      undoable: false,
      effects: [],
    },
    refused: {
      kind: "final",
      title: say("Отказ"),
      outcome: "negative",
      says: say("Уценка отклонена"),
      undoable: false,
      effects: [],
    },
  },
});

let told: Story;
afterEach(() => told.close());

test("a toy process is offered, asked, routed by its condition, signed and told about", async () => {
  told = await story({ processes: [markdown] });
  await told.everybody();
  const kotov = told.person("kotov");
  expect(kotov.keyboard().flat()).toContain("Уценка");
  await kotov.choose("Уценка");
  await kotov.text("1002 2 пары");
  await kotov.choose("Верно, это всё");
  await kotov.text("Прошлый сезон");
  await kotov.choose("Пропустить");
  await kotov.choose("вполовину");
  const number = await submit(told, "kotov");
  expect(stored(told, number).steps.map((step) => [step.visa, [...step.asked].toSorted()])).toEqual([
    ["merchandiser", ["belova"]],
    ["director", ["gromov", "sokolova"]],
  ]);
  await told.person("belova").tap(/^Согласовать уценку/);
  await told.person("sokolova").tap(/^Согласовать уценку/);
  await told.later(minute);
  expect(stored(told, number)).toMatchObject({ stage: "done", status: "ended" });
  expect(told.messagesTo("kotov").join("\n")).toContain("Уценка согласована");
});
