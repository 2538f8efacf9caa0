import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
// @ts-expect-error plain JavaScript without declarations
import { buildStack } from "../../bin/build.mjs";
import type { TokenAnswer } from "../../core/contract/auth.ts";
import { type Host, type HostOptions, startHost } from "../../local/host.ts";
import { temporaryFolder } from "../host/assembly.ts";

const LABEL = { name: "Ann's watch", model: "Amazfit Balance", app: "1.0.0" };
export const PASSPHRASE = "quiet morning gravel path";
const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

export type Asked = {
  readonly token?: string | undefined;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};
type Items = { readonly Items: Record<string, Record<string, unknown>>[]; readonly LastEvaluatedKey?: unknown };

/** The whole product behind its public port, with the functions as they are deployed: an admin, somebody else, a watch of the admin. */
export class RealHost {
  private constructor(
    readonly host: Host,
    readonly dataDir: string,
    private readonly remove: () => void,
  ) {}

  /** Runs the cloud assembly of these sources, built anew when they changed. @param more what else the host is given */
  static async start(more: Partial<HostOptions> = {}): Promise<RealHost> {
    const { assembly } = await buildStack();
    const folder = temporaryFolder();
    const dataDir = join(folder.path, "data");
    const host = await startHost({ port: 0, dataDir, assembly, sites: [], ...more });
    return new RealHost(host, dataDir, folder.remove);
  }

  async stop(): Promise<void> {
    await this.host.stop();
    this.remove();
  }

  /** `GET /v1/plan`, with a body when there is one. */
  ask(route: string, { token, headers, body }: Asked = {}): Promise<Response> {
    const [method = "GET", path = "/"] = route.split(" ");
    return fetch(this.host.url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        "content-type": "application/json",
        ...headers,
      },
      ...(body === undefined || method === "GET" ? {} : { body }),
    });
  }

  async json<T>(route: string, body: unknown = {}, token?: string): Promise<T> {
    return (await this.ask(route, { token, body: JSON.stringify(body) })).json() as Promise<T>;
  }

  register(name: string, code: string): Promise<TokenAnswer> {
    return this.json("POST /v1/auth/passphrase/register", { code, name, passphrase: PASSPHRASE });
  }

  /** A watch, paired to whoever holds `token`. */
  async pair(token: string): Promise<TokenAnswer> {
    const started = await this.json<{ user_code: string; device_code: string }>("POST /v1/pair/start", LABEL);
    await this.json("POST /v1/pair/confirm", { user_code: started.user_code, approve: true }, token);
    return this.json("POST /v1/pair/token", { grant_type: DEVICE_GRANT, device_code: started.device_code });
  }

  /** Every row but those that count attempts, as text that is equal when nothing has changed. */
  async rows(): Promise<string> {
    const { TABLE_NAME } = this.host.environmentOf("record");
    const answer = (await this.host.table("Scan", { TableName: TABLE_NAME, ConsistentRead: true })) as unknown as Items;
    if (answer.LastEvaluatedKey !== undefined) throw new Error("The table has outgrown one page.");
    const lasting = answer.Items.filter(({ pk }) => !String(pk?.S).startsWith("L#"));
    return lasting
      .map((item) => JSON.stringify(item))
      .sort()
      .join("\n");
  }

  /** The private key that signs access tokens here, PEM. */
  signingKey(): string {
    const folder = join(this.dataDir, "keys");
    const keys = readdirSync(folder).filter((file) => file.startsWith("Signing"));
    if (keys.length !== 1) throw new Error(`Which of ${keys.join(", ")}?`);
    return readFileSync(join(folder, String(keys[0])), "utf8");
  }

  /** Everything that the functions have written. */
  log(): string {
    return readFileSync(join(this.dataDir, "functions.log"), "utf8");
  }
}
