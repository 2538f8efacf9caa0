import { BlockList, isIP } from "node:net";

/** What of IPv4 is no place on the public internet (IANA's special-purpose registry, multicast and what is kept for later). */
const SPECIAL_4 = blocked("ipv4", [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
]);
/** The one block of IPv6 that public addresses are given from: every other one is special, translated addresses (64:ff9b::/96) included. */
const GLOBAL_6 = blocked("ipv6", [["2000::", 3]]);
/** What of that block is special all the same; 6to4 (2002::/16) because it hides an IPv4 address. */
const SPECIAL_6 = blocked("ipv6", [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
]);
const MAPPED_4 = blocked("ipv6", [["::ffff:0:0", 96]]);

function blocked(family: "ipv4" | "ipv6", subnets: readonly (readonly [net: string, bits: number])[]): BlockList {
  const list = new BlockList();
  for (const [net, bits] of subnets) list.addSubnet(net, bits, family);
  return list;
}

/** Whether an address is a place on the public internet. An IPv4 address in the clothes of IPv6 is judged as what it is. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !SPECIAL_4.check(address, "ipv4");
  if (family !== 6) return false;
  // A list of IPv4 ranges knows their mapped forms, too.
  if (MAPPED_4.check(address, "ipv6")) return !SPECIAL_4.check(address, "ipv6");
  return GLOBAL_6.check(address, "ipv6") && !SPECIAL_6.check(address, "ipv6");
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
