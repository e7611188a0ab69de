/** «Приложение: фотографии»: every photo of the request with place, time, sender and the code read from it. */
import type { PaperLanguage } from "./amount-in-words.ts";
import { dateAndTime } from "./dates.ts";
import { clipped } from "./form-lines.ts";
import { paperLanguage } from "./paper.ts";
import type { Paper, PaperPhoto } from "./paper.ts";
import type { Sheet } from "./parts.ts";
import { shortName } from "./short-name.ts";
import { annexLine } from "./specification.ts";

const words: Record<
  PaperLanguage,
  { title: string; photo: string; sender: string; code: string; missing: string }
> = {
  ru: {
    title: "ФОТОГРАФИИ",
    photo: "Фото",
    sender: "Прислано:",
    code: "Код на фото:",
    missing: "Файл фотографии отсутствует или повреждён",
  },
  uk: {
    title: "ФОТОГРАФІЇ",
    photo: "Фото",
    sender: "Надіслано:",
    code: "Код на фото:",
    missing: "Файл фотографії відсутній або пошкоджений",
  },
};

export function photoAnnex(paper: Paper): Sheet {
  const language = paperLanguage(paper);
  return {
    kind: "photo-annex",
    orientation: "portrait",
    parts: [
      annexLine(paper, 2),
      { kind: "paragraph", text: words[language].title, size: "large", align: "center", bold: true },
      {
        kind: "photos",
        photos: paper.photos.map((photo, at) => ({
          hash: photo.hash,
          caption: caption(photo, at + 1, paper.entity.timeZone, language),
        })),
        missing: words[language].missing,
      },
    ],
  };
}

function caption(
  photo: PaperPhoto,
  number: number,
  timeZone: string,
  language: PaperLanguage,
): readonly string[] {
  const is = words[language];
  return [
    `${is.photo} ${number}. ${clipped(photo.place)}, ${dateAndTime(photo.at, timeZone)}`,
    `${is.sender} ${clipped(shortName(photo.sender))}`,
    ...(photo.code === undefined ? [] : [`${is.code} ${clipped(photo.code)}`]),
    `SHA-256: ${photo.hash.slice(0, 16)}…`,
  ];
}
