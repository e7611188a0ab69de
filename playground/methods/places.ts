/** sendContact and sendLocation. */
import type { Call, Method } from "../call.ts";
import type { Content } from "../messages.ts";
import { badRequest } from "../refusal.ts";
import type { Json } from "../json.ts";
import { checkContent, checkPeer, deliver, startSending } from "../sending.ts";

export const placeMethods: Record<string, Method> = {
  sendContact(call) {
    const { params } = call;
    const phone = params.text("phone_number");
    const firstName = params.text("first_name");
    if (phone === "") throw badRequest('Field "phone_number" must contain a valid phone number');
    if (firstName === "") throw badRequest("First name must be non-empty");
    const lastName = params.text("last_name");
    return send(call, { kind: "contact", phone, firstName, ...(lastName === "" ? {} : { lastName }) });
  },

  sendLocation(call) {
    const { params } = call;
    const [latitude, longitude] = ["latitude", "longitude"].map((name) => {
      if (params.text(name).trim() === "") throw badRequest(`Bad Request: ${name} is empty`);
      return Number(params.text(name)) || 0;
    });
    return send(call, { kind: "location", latitude: latitude ?? 0, longitude: longitude ?? 0 });
  },
};

function send(call: Call, content: Content): Json {
  const sending = startSending(call);
  const markup = checkContent(sending, content.kind);
  checkPeer(sending, markup);
  return call.world.json.whole(deliver(call, sending, markup, content));
}
