/** getMe, getUpdates and the webhook's methods. */
import type { Method } from "../call.ts";

export const updateMethods: Record<string, Method> = {
  getMe: ({ world }) => ({
    ...world.people.userJson(world.people.bot.id),
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_guest_queries: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  }),

  getUpdates({ polling, webhook, params, gone }) {
    return webhook.isSet ? polling.refuseForWebhook() : polling.getUpdates(params, gone);
  },

  setWebhook(call) {
    const { polling, webhook, params } = call;
    const remove = params.text("url") === "";
    call.description = webhook.set(params, remove);
    if (!remove) polling.stopForWebhook();
    return true;
  },

  deleteWebhook(call) {
    call.description = call.webhook.set(call.params, true);
    return true;
  },

  getWebhookInfo: ({ webhook }) => webhook.info(),

  logOut({ world }) {
    world.store.set("loggedOut", true);
    return true;
  },

  close: () => true,
};
