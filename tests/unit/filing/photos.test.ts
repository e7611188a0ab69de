import { describe, expect, test } from "vitest";
import { picturesOf } from "../../../flows/engine/answers.ts";
import type { Media } from "../../../flows/filing/draft.ts";
import { Desk, hashOf } from "./desk.ts";

const atPhotos = (reason = "01"): Desk => new Desk().type("1002").type("2").press("done").reason(reason);
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);
const submitted = (desk: Desk) => (desk.last.after?.kind === "submit" ? desk.last.after.parts : []);

describe("photos", () => {
  test("are taken at any step without disturbing the question", () => {
    const desk = new Desk().photos(["early"]);
    expect(desk.last.after).toEqual({ kind: "counted" });
    expect(desk.asked).toBe("goods-search");
    desk.type("1002").photos(["later"]).type("2");
    expect(desk.draft.media.map(({ uniqueId }) => uniqueId)).toEqual(["early", "later"]);
  });

  test("the same photo twice is one photo", () => {
    expect(atPhotos().photos(["a"]).photos(["a"]).draft.media).toHaveLength(1);
  });

  test("an album counts once, in whatever order and however late its parts arrive", () => {
    const desk = atPhotos().photos(["a", "c"]).press("done").photos(["b", "a"]);
    expect(desk.draft.media.map(({ uniqueId }) => uniqueId)).toEqual(["a", "c", "b"]);
  });

  test("ten are taken, the eleventh is left out and said so", () => {
    const desk = atPhotos().photos(names(11));
    expect(desk.draft.media).toHaveLength(10);
    expect(desk.draft.over).toBe(1);
  });

  test("a video is an extra: it doesn't stand in for a required photo", () => {
    const video: Media = { uniqueId: "v", fileId: "v", kind: "video", sentAs: "video" };
    const desk = atPhotos();
    desk.shelf.uploads.set("v", { kind: "ready", hash: hashOf("v") });
    desk.give({ kind: "picture", media: video }).press("done");
    expect(desk.last.remarks).toEqual([{ kind: "photo-needed", reasons: ["01"] }]);
    desk.photos(["a"]).press("done").press("skip").press("submit");
    expect(picturesOf(submitted(desk)[0] ?? {}).map(({ kind }) => kind)).toEqual(["video", "photo"]);
  });

  test("a reason that needs none lets the question be skipped", () => {
    expect(atPhotos("07").press("skip").asked).toBe("plain");
  });

  test("the last one, or all, can be taken back", () => {
    const desk = atPhotos().photos(["a", "b", "c"]).press("drop-last-photo");
    expect(desk.draft.media).toHaveLength(2);
    expect(desk.press("drop-photos").draft.media).toEqual([]);
  });

  test("captions become the comment, joined in order", () => {
    const media = (uniqueId: string): Media => ({
      uniqueId,
      fileId: uniqueId,
      kind: "photo",
      sentAs: "photo",
    });
    const desk = atPhotos()
      .give({ kind: "picture", media: media("a"), caption: "порвано" })
      .give({ kind: "picture", media: media("b"), caption: "и бирка" });
    expect(desk.draft.answers["comment"]).toEqual({ kind: "text", text: "порвано\nи бирка" });
  });
});

describe("the check of photos", () => {
  test("is waited for when the form is sent, and the form goes on by itself once the last is checked", () => {
    const desk = atPhotos()
      .photos(["a", "b"], { kind: "pending" })
      .press("done")
      .press("skip")
      .press("submit");
    expect(desk.asked).toBe("checking");
    desk.shelf.uploads.set("a", { kind: "ready", hash: hashOf("a") });
    expect(desk.give({ kind: "settled" }).asked).toBe("checking");
    desk.shelf.uploads.set("b", { kind: "ready", hash: hashOf("b") });
    desk.give({ kind: "settled" });
    expect(picturesOf(submitted(desk)[0] ?? {}).map(({ hash }) => hash)).toEqual([hashOf("a"), hashOf("b")]);
  });

  test("that fails while sending brings back the preview with the reason, without that photo", () => {
    const desk = atPhotos()
      .photos(["a", "b"], { kind: "pending" })
      .press("done")
      .press("skip")
      .press("submit");
    desk.shelf.uploads.set("a", { kind: "ready", hash: hashOf("a") });
    desk.shelf.uploads.set("b", { kind: "refused", why: "not-an-image" });
    desk.give({ kind: "settled" });
    expect(desk.last.remarks).toEqual([{ kind: "photos-refused", whys: ["not-an-image"] }]);
    expect(desk.asked).toBe("preview");
    expect(desk.press("submit").last.after?.kind).toBe("submit");
  });

  test("that refuses the only required photo is said at the question", () => {
    const desk = atPhotos().photos(["a"], { kind: "refused", why: "damaged" }).press("done");
    expect(desk.said).toEqual(["photos-refused", "photo-needed"]);
    expect(desk.asked).toBe("photos");
  });

  test("a refused photo makes room for another", () => {
    const desk = atPhotos()
      .photos(names(9))
      .photos(["bad"], { kind: "refused", why: "damaged" })
      .photos(["good"]);
    expect(desk.draft.media.map(({ uniqueId }) => uniqueId)).toContain("good");
    expect(desk.draft.over).toBe(0);
  });

  test("can be left by going back, and nothing is sent behind the person's back", () => {
    const desk = atPhotos().photos(["a"], { kind: "pending" }).press("done").press("skip").press("submit");
    desk.press("back");
    desk.shelf.uploads.set("a", { kind: "ready", hash: hashOf("a") });
    expect(desk.give({ kind: "settled" }).last.after).toEqual({ kind: "counted" });
  });
});
