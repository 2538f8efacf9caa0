import { ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { HostError } from "../../local/error.ts";
import { clientsFor, type Place } from "./place.ts";

/**
 * The stack of this name, such as `backstride-main`, with the credentials and the region of the environment.
 * @param settleMs nobody tells when AWS is done with an event; what is quick takes less than this
 * @throws HostError when there is no such stack in the account and region
 */
export async function stackNamed(stack: string, settleMs = 0): Promise<Place> {
  const clients = await clientsFor({}, {});
  const settled = async () => {
    await new Promise((later) => setTimeout(later, settleMs));
    return Date.now();
  };
  return { ...clients, tableName: await tableOf(clients.table, stack), busName: stack, scheduleGroup: stack, settled };
}

/** CloudFormation names the table: the stack, the table's place in it, then something random. */
async function tableOf(client: Place["table"], stack: string): Promise<string> {
  const start = `${stack}-Data`;
  const command = new ListTablesCommand({ ExclusiveStartTableName: start });
  const { TableNames = [] } = await client.send(command).catch(unanswered);
  const found = TableNames.find((name) => name.startsWith(start));
  if (found !== undefined) return found;
  throw new HostError(`There is no table of a stack "${stack}" here. Check the name and AWS_REGION.`);
}

/** @throws HostError in words for the person at the terminal */
export function unanswered(error: unknown): never {
  const said = error instanceof Error ? error.message : String(error);
  throw new HostError(`AWS did not answer (${said}). Check AWS_REGION and your sign-in, then try again.`, error);
}
