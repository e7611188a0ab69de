/** Telegram's traffic through a proxy, where the network asks for one (TELEGRAM_PROXY). */
import type { Agent } from "node:http";
import { HttpsProxyAgent } from "https-proxy-agent";
import { SocksProxyAgent } from "socks-proxy-agent";

/** @param proxy `http://…`, `https://…` or `socks5://…`, with name and password where it asks for them */
export function proxyAgent(proxy: string): Agent {
  return proxy.startsWith("socks")
    ? new SocksProxyAgent(proxy, { keepAlive: true })
    : new HttpsProxyAgent(proxy, { keepAlive: true });
}
