/** The program's HTTP server: health, metrics, the webhook; in the playground its page and Bot API as well. */
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Health } from "./health.ts";
import type { Logger } from "./log.ts";

export interface ServerOf {
  readonly health: Health;
  readonly log: Logger;
  /** Mounted at this path. */
  readonly webhook?: { readonly path: string; readonly app: Hono };
  /** Everything that isn't ours. */
  readonly rest?: Hono;
}

export function createServer({ health, log, webhook, rest }: ServerOf): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    log.error({ err: error }, "a request could not be answered");
    return c.text("Internal Server Error", 500);
  });
  app.get("/health", (c) => {
    const { healthy, body } = health.report();
    return c.json(body, healthy ? 200 : 503);
  });
  app.get("/metrics", (c) => c.text(health.metrics()));
  if (webhook !== undefined) app.route(webhook.path, webhook.app);
  if (rest !== undefined) app.route("/", rest);
  return app;
}

export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** @throws when the port is taken */
export function listen(app: Hono, port: number, host: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, (address) => {
      resolve({
        url: `http://${host}:${address.port}`,
        port: address.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
    server.once("error", reject);
  });
}
