import { BlockList, isIP } from "node:net";

/** Every range that is not a place on the public internet (IANA special-purpose registries). */
const PRIVATE = { 4: new BlockList(), 6: new BlockList() };
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const) {
  PRIVATE[4].addSubnet(net, bits, "ipv4");
}
for (const [net, bits] of [
  ["::", 127],
  ["::ffff:0:0", 96],
  ["64:ff9b::", 96],
  ["2001:db8::", 32],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  PRIVATE[6].addSubnet(net, bits, "ipv6");
}

/** Two lists: one alone takes every IPv4 address for its mapped form in IPv6. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !PRIVATE[4].check(address, "ipv4");
  return family === 6 && !PRIVATE[6].check(address, "ipv6");
}

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
export const isLoopback = (host: string): boolean => LOOPBACK.includes(host);

/**
 * The address of a push service that we may be sent to by a stranger: https, a name, the usual port. On one computer also a
 * service of that same computer.
 * @param local whether this installation itself is at `localhost`
 */
export function pushEndpoint(text: string, local: boolean): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== "" || url.password !== "") return null;
  if (local && isLoopback(url.hostname)) return url;
  const named = isIP(url.hostname.replace(/^\[|\]$/g, "")) === 0 && /\.[a-z]/.test(url.hostname);
  const inside = /\.(local|localhost|internal|lan|home|arpa)\.?$/.test(url.hostname);
  return url.protocol === "https:" && url.port === "" && named && !inside ? url : null;
}
