/** Where the dashboard lives: what passkeys are bound to and cookies are made for. */
export type Site = {
  readonly origin: string;
  readonly rpId: string;
  readonly secure: boolean;
  /** Name of the cookie with the browser's refresh token. */
  readonly cookie: string;
};

/** @param domain host of the dashboard, with a port when it has one */
export function siteOf(domain: string): Site {
  const rpId = domain.replace(/:\d+$/, "");
  const secure = rpId !== "localhost" && !isAddress(rpId);
  return { origin: `${secure ? "https" : "http"}://${domain}`, rpId, secure, cookie: cookieName(domain, secure) };
}

/** Browsers share cookies between the ports of one host: two installations on one computer would sign each other out. */
function cookieName(domain: string, secure: boolean): string {
  const port = /:(\d+)$/.exec(domain)?.[1];
  return secure || port === undefined ? "backstride_refresh" : `backstride_refresh_${port}`;
}

/** Passkeys are bound to a name; a bare address has none. */
export const passkeysWork = (site: Site): boolean => !isAddress(site.rpId);

const isAddress = (host: string): boolean => /^[\d.]+$/.test(host) || host.startsWith("[");
