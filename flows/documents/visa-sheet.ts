/** «Лист согласования»: who decided what, for whom, when, in which round, having seen what (D24). */
import type { PaperLanguage } from "./amount-in-words.ts";
import { dateAndTime, longDate } from "./dates.ts";
import { paperDate, paperLanguage } from "./paper.ts";
import type { Paper, PaperVisa, VisaDecision } from "./paper.ts";
import { paperWords } from "./paper-words.ts";
import type { Mark, Sheet, TableCell } from "./parts.ts";
import { shortName } from "./short-name.ts";

interface VisaWords {
  readonly title: string;
  readonly filed: string;
  readonly visa: string;
  readonly who: string;
  readonly forName: string;
  readonly decision: string;
  readonly at: string;
  readonly round: string;
  readonly remark: string;
  readonly hash: string;
  /** «к акту … № … от …». */
  readonly of: (paper: string, number: string, date: string) => string;
  readonly legend: (timeZone: string) => string;
}

const visaWords: Record<PaperLanguage, VisaWords> = {
  ru: {
    title: "ЛИСТ СОГЛАСОВАНИЯ",
    filed: "Подано:",
    visa: "Виза",
    who: "Должность, фамилия и инициалы",
    forName: "Замещает",
    decision: "Решение",
    at: "Дата и время",
    round: "Круг",
    remark: "Замечание",
    hash: "Отпечаток подписанного",
    of: (paper, number, date) => `${paper} № ${number} от ${date}`,
    legend: (zone) =>
      `Время указано по часовому поясу ${zone}. Отпечаток (SHA-256) вычислен из того, что видел согласующий: одинаковый отпечаток означает одинаковое содержание. Визы даны в электронном виде и не заменяют подписи комиссии, если иное не установлено организацией.`,
  },
  uk: {
    title: "АРКУШ ПОГОДЖЕННЯ",
    filed: "Подано:",
    visa: "Віза",
    who: "Посада, прізвище та ініціали",
    forName: "Заміщає",
    decision: "Рішення",
    at: "Дата і час",
    round: "Коло",
    remark: "Зауваження",
    hash: "Відбиток підписаного",
    of: (paper, number, date) => `${paper} № ${number} від ${date}`,
    legend: (zone) =>
      `Час указано за часовим поясом ${zone}. Відбиток (SHA-256) обчислено з того, що бачив погоджувач: однаковий відбиток означає однаковий зміст. Візи надано в електронному вигляді, вони не замінюють підписів комісії, якщо підприємство не встановило іншого.`,
  },
};

const marks: Record<VisaDecision, Mark> = {
  approved: "given",
  rejected: "refused",
  "sent-back": "returned",
  "not-needed": "none",
};

export function visaSheet(paper: Paper): Sheet {
  const language = paperLanguage(paper);
  const words = visaWords[language];
  const { request, entity } = paper;
  const filer = [request.filedByPost, shortName(request.filedBy)].filter(Boolean).join(", ");
  return {
    kind: "visa-sheet",
    orientation: "landscape",
    // A write-off's sheets all stay in the house; those of a return must come apart, for this one doesn't go to the supplier.
    ...(paper.kind === "write-off-act" ? { below: true } : {}),
    parts: [
      { kind: "gap" },
      { kind: "paragraph", text: words.title, size: "large", align: "center", bold: true },
      {
        kind: "paragraph",
        align: "center",
        text: words.of(
          paperWords[language].annexTo[paper.kind],
          paper.number,
          longDate(paperDate(paper), language),
        ),
      },
      {
        kind: "paragraph",
        text: [
          { text: `${paperWords[language].request(request.id)}. `, bold: true },
          { text: `${words.filed} ${filer}, ${dateAndTime(request.filedAt, entity.timeZone)}` },
        ],
      },
      {
        kind: "table",
        size: "small",
        columns: [
          { share: 0.12, title: words.visa },
          { share: 0.2, title: words.who },
          { share: 0.12, title: words.forName },
          { share: 0.11, title: words.decision },
          { share: 0.09, title: words.at, align: "center" },
          { share: 0.04, title: words.round, align: "center" },
          { share: 0.14, title: words.remark },
          { share: 0.18, title: words.hash },
        ],
        rows: paper.visas.map((visa) => row(visa, entity.timeZone, language)),
      },
      { kind: "paragraph", text: words.legend(entity.timeZone), size: "hint" },
    ],
  };
}

function row(visa: PaperVisa, timeZone: string, language: PaperLanguage): readonly TableCell[] {
  const short = (name: string | undefined) => (name === undefined ? undefined : shortName(name));
  return [
    visa.title,
    [visa.post, short(visa.name)].filter(Boolean).join(", "),
    short(visa.forName) ?? "",
    { text: paperWords[language].decisions[visa.decision], mark: marks[visa.decision] },
    dateAndTime(visa.at, timeZone),
    String(visa.round),
    visa.remark ?? "",
    visa.hash === undefined ? "" : inTwoLines(visa.hash),
  ];
}

/** 64 hexadecimal digits, to be compared by eye. */
const inTwoLines = (hash: string): string => `${hash.slice(0, 32)}\n${hash.slice(32)}`;
