import { ofType, type Template } from "../template/resources.ts";
import { createTable, type Engine, openEngine } from "./engine.ts";
import type { EngineOptions } from "./engine-thread.ts";

export type Table = Engine;

/**
 * DynamoDB with the tables of the template.
 * @throws HostError naming the folder when what is in it cannot be opened
 */
export async function openTable(path: string, template: Template, options: EngineOptions): Promise<Table> {
  const engine = await openEngine(path, options);
  await createTables(template, engine.send);
  return engine;
}

async function createTables(template: Template, send: Table["send"]): Promise<void> {
  const { TableNames } = (await send("ListTables", {})) as { TableNames: string[] };
  for (const [id, properties] of ofType(template, "AWS::DynamoDB::GlobalTable")) {
    const name = String(properties.TableName ?? id);
    const { AttributeDefinitions, KeySchema } = properties;
    if (!TableNames.includes(name)) await createTable(send, name, { AttributeDefinitions, KeySchema });
  }
}
