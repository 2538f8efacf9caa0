import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getPriority } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixtureAssembly, ownAssembly, startFixture, temporaryFolder } from "./assembly.ts";

const folder = temporaryFolder();
let assembly: string;

beforeAll(async () => {
  assembly = await fixtureAssembly();
});
afterAll(() => folder.remove());

describe("starting", () => {
  it("says in one sentence that a port is in use, and lets go of the data folder", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    const data = join(folder.path, "other-data");
    await expect(startFixture(assembly, data, { port })).rejects.toThrow(`Port ${port} is in use`);
    await new Promise((resolve) => other.close(resolve));
    const second = await startFixture(assembly, data, { port });
    expect(second.port).toBe(port);
    await second.stop();
  });

  it("says what to run when nothing was synthesized", async () => {
    await expect(startFixture(join(folder.path, "nowhere"), join(folder.path, "x"))).rejects.toThrow(
      /node bin\/synth\.mjs/,
    );
  });

  it("names a function that cannot be loaded", async () => {
    const broken = temporaryFolder();
    const copy = await ownAssembly(broken.path);
    const template = JSON.parse(readFileSync(join(copy, "Backstride.template.json"), "utf8"));
    const { Code } = lastFunction(template);
    writeFileSync(join(copy, `asset.${Code.S3Key.replace(".zip", "")}`, "index.mjs"), "import 'no-such-package';");
    await expect(startFixture(copy, join(broken.path, "data"))).rejects.toThrow(/cannot be loaded: .*no-such-package/);
    broken.remove();
  });

  it("names a resource that nobody taught this computer", async () => {
    const changed = temporaryFolder();
    const copy = await ownAssembly(changed.path);
    const file = join(copy, "Backstride.template.json");
    const template = JSON.parse(readFileSync(file, "utf8"));
    template.Resources.Cluster = { Type: "AWS::ECS::Cluster" };
    writeFileSync(file, JSON.stringify(template));
    await expect(startFixture(copy, join(changed.path, "data"))).rejects.toThrow(/AWS::ECS::Cluster \(Cluster\)/);
    changed.remove();
  });

  it("names the table's folder when what is in it is damaged, and leaves it and the data folder as they are", async () => {
    const data = join(folder.path, "damaged");
    await (await startFixture(assembly, data)).stop();
    const current = join(data, "table", "CURRENT");
    const whole = readFileSync(current);
    writeFileSync(current, "junk");
    await expect(startFixture(assembly, data)).rejects.toThrow(`The table in ${join(data, "table")} cannot be opened`);
    expect(readFileSync(current, "utf8")).toBe("junk");
    writeFileSync(current, whole);
    await (await startFixture(assembly, data)).stop();
  });

  it("keeps the code of the first account until that account exists", async () => {
    const data = join(folder.path, "fresh");
    const first = await startFixture(assembly, data);
    expect(first.setupCode).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    const { TABLE_NAME } = first.environmentOf("identity");
    await first.table("PutItem", { TableName: TABLE_NAME, Item: { pk: { S: "INSTALL" }, sk: { S: "ADMIN" } } });
    await first.stop();
    const second = await startFixture(assembly, data);
    expect(second.setupCode).toBeNull();
    await second.stop();
  });
});

const ANSWER_PEOPLE = /-(authorize|identity|ingest|read)$/;

it.runIf(process.platform === "linux")("lets whoever answers a person go before what nobody waits for", async () => {
  const host = await startFixture(assembly, join(folder.path, "priorities"));
  const { functions } = host.health() as { functions: object };
  const background = Object.keys(functions).filter((name) => !ANSWER_PEOPLE.test(name));
  expect(niceThreads()).toHaveLength(background.length);
  await host.stop();
});

/** The threads of this process that come after its others. */
function niceThreads(): string[] {
  const threads = readdirSync("/proc/self/task").map((id) => readFileSync(`/proc/self/task/${id}/stat`, "utf8"));
  return threads.filter((stat) => Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]) > getPriority());
}

type AnyTemplate = { Resources: Record<string, { Type: string; Properties: { Code: { S3Key: string } } }> };

function lastFunction(template: AnyTemplate): { Code: { S3Key: string } } {
  const functions = Object.values(template.Resources).filter((resource) => resource.Type === "AWS::Lambda::Function");
  const last = functions.at(-1);
  if (last === undefined) throw new Error("no function in the template");
  return last.Properties;
}
