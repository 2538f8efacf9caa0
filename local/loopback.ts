/** The names and addresses by which only this computer reaches itself. */
const LOOPBACK: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

export const isLoopback = (host: string): boolean => LOOPBACK.includes(host);
