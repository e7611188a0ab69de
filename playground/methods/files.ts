/** getFile: a link to the bytes of a file, good for an hour. */
import type { Method } from "../call.ts";
import { fileJson } from "../files.ts";
import { badRequest } from "../refusal.ts";

const downloadBytesMax = 20 * 1024 * 1024;

export const fileMethods: Record<string, Method> = {
  getFile({ world, params }) {
    const fileId = params.text("file_id");
    if (fileId === "") throw badRequest("file_id not specified");
    const row = world.files.find(fileId);
    if (!row) throw badRequest("invalid file_id");
    if (row.size > downloadBytesMax) throw badRequest("file is too big");
    const { fileId: id, fileUniqueId, size } = world.files.info(row);
    return {
      ...fileJson({ fileId: id, fileUniqueId, size }),
      file_path: world.files.link(row, world.clock.now()),
    };
  },
};
