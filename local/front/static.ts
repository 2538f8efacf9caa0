import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { send, sendProblem } from "./answer.ts";

export type Site = {
  /** The folder that is served. */
  readonly folder: string;
  /** The path it appears under, with a slash at both ends. */
  readonly at: string;
  /** Whether a path without a dot in its last part is a page of one application (CloudFront's function does the same). */
  readonly pages: boolean;
};

type Variant = "identity" | "br" | "gzip";
type Cached = { readonly stamp: string; readonly etag: string; readonly bodies: Map<Variant, Buffer> };

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".mp3": "audio/mpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const COMPRESSIBLE = /^(text\/|image\/svg|application\/(json|manifest))/;
/** Vite puts a content hash into the name of every file under `assets`. */
const HASHED = /\/assets\/[^/]+-[\w-]{8,}\.\w+$/;
const COMPRESS_ABOVE_BYTES = 1024;
const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Whether a site has been built. */
export const isBuilt = (site: Site): boolean =>
  existsSync(join(site.folder, site.pages ? "index.html" : "manifest.json")) ||
  existsSync(join(site.folder, "index.html"));

/** Serves built files from memory: compressed, with an ETag, and for ever where the name holds a hash of the content. */
export class StaticFiles {
  private readonly cache = new Map<string, Cached>();

  /** @param demo every page is marked as that of an invented person */
  constructor(private readonly demo: boolean) {}

  async serve(request: IncomingMessage, response: ServerResponse, site: Site, path: string): Promise<void> {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return sendProblem(request, response, 405, "method_not_allowed", "Files can only be read.", {
        allow: "GET, HEAD",
      });
    }
    const file = fileAt(site, path);
    if (file === null) return sendProblem(request, response, 404, "not_found", `There is nothing at ${path}.`);
    const cached = await this.load(file);
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const headers = {
      "content-type": type,
      etag: cached.etag,
      vary: "accept-encoding",
      "cache-control": HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
    };
    if (request.headers["if-none-match"]?.includes(cached.etag)) return send(request, response, 304, headers, "");
    const variant = variantFor(request, type, cached);
    const encoding = variant === "identity" ? {} : { "content-encoding": variant };
    send(request, response, 200, { ...headers, ...encoding }, await bodyIn(cached, variant));
  }

  private async load(file: string): Promise<Cached> {
    const { mtimeMs, size } = statSync(file);
    const stamp = `${mtimeMs} ${size}`;
    const known = this.cache.get(file);
    if (known?.stamp === stamp) return known;
    const body = this.demo && file.endsWith(".html") ? marked(await readFile(file, "utf8")) : await readFile(file);
    const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    const fresh: Cached = { stamp, etag, bodies: new Map([["identity", body]]) };
    this.cache.set(file, fresh);
    return fresh;
  }
}

/** The dashboard looks for this attribute (`dashboard/src/app/demo.ts`). */
const marked = (page: string): Buffer => Buffer.from(page.replace("<html", "<html data-demo"));

/** The file for a path, inside the site's folder and nowhere else; null when there is none. */
function fileAt(site: Site, path: string): string | null {
  const inside = decoded(path.slice(site.at.length));
  if (inside === null || inside.includes("\0") || inside.includes("\\")) return null;
  const isPage = !(inside.split("/").pop() ?? "").includes(".");
  const wanted = isPage ? (site.pages ? "index.html" : join(inside, "index.html")) : inside;
  const file = normalize(join(site.folder, wanted));
  if (!file.startsWith(site.folder + sep)) return null;
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function variantFor(request: IncomingMessage, type: string, cached: Cached): Variant {
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const size = cached.bodies.get("identity")?.length ?? 0;
  if (!COMPRESSIBLE.test(type) || size < COMPRESS_ABOVE_BYTES) return "identity";
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : "identity";
}

async function bodyIn(cached: Cached, variant: Variant): Promise<Buffer> {
  const ready = cached.bodies.get(variant);
  if (ready !== undefined) return ready;
  const plain = cached.bodies.get("identity") ?? Buffer.alloc(0);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const body = variant === "br" ? await brotlied(plain, quality) : await gzipped(plain, { level: 9 });
  cached.bodies.set(variant, body);
  return body;
}
