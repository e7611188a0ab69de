/** Keeps other web pages from driving the people of this one. */

const ownHosts = ["127.0.0.1", "localhost", "[::1]"];

/** Why a request does not come from the page itself; undefined when it does. */
export function foreignPage(headers: Headers, moreHosts: readonly string[]): string | undefined {
  const host = headers.get("host");
  // A request handed in without a network has no Host, and comes from the host program itself.
  if (host !== null && !isOwn(host, moreHosts)) return `This page is not served as ${host}`;
  const origin = headers.get("origin");
  if (origin === null) return undefined;
  const from = URL.canParse(origin) ? new URL(origin).host : origin;
  return from === host ? undefined : `The origin ${origin} may not act here`;
}

function isOwn(host: string, moreHosts: readonly string[]): boolean {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return ownHosts.includes(name) || moreHosts.includes(name);
}
