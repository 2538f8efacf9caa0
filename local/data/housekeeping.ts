import type { Table } from "../aws/table.ts";
import type { Archive } from "../bus/archive.ts";
import type { DeadLetters } from "../bus/dead-letters.ts";
import type { Clock } from "../clock.ts";

export type HousekeepingOptions = {
  readonly clock: Clock;
  readonly tables: readonly string[];
  readonly send: Table["send"];
  readonly deadLetters: DeadLetters;
  readonly archive: Archive;
  readonly onError: (error: unknown) => void;
};

const DAY_MS = 86_400_000;

/** What AWS does by itself, here at the start and once a day: rows past their `ttl`, old letters and old days of the archive go. */
export class Housekeeping {
  private cancel = () => {};
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: HousekeepingOptions) {}

  start(): void {
    const { clock, onError } = this.options;
    this.running = this.tidy().catch(onError);
    this.cancel = clock.at(clock.now() + DAY_MS, () => this.start());
  }

  async stop(): Promise<void> {
    this.cancel();
    await this.running;
  }

  async tidy(): Promise<void> {
    const { clock, tables, deadLetters, archive } = this.options;
    archive.expire(clock.now());
    await deadLetters.expire(clock.now());
    for (const table of tables) await this.expireRows(table, Math.floor(clock.now() / 1000));
  }

  private async expireRows(TableName: string, now: number): Promise<void> {
    const condition = {
      ExpressionAttributeNames: { "#ttl": "ttl" },
      ExpressionAttributeValues: { ":now": { N: `${now}` } },
    };
    let after: unknown;
    do {
      const start = after === undefined ? {} : { ExclusiveStartKey: after };
      const page = await this.options.send("Scan", {
        TableName,
        FilterExpression: "#ttl < :now",
        ...condition,
        ...start,
      });
      for (const { pk, sk } of page.Items as { pk: unknown; sk: unknown }[]) {
        // Whoever has written the row meanwhile has given it more time.
        const only = { ConditionExpression: "#ttl < :now", ...condition };
        await this.options.send("DeleteItem", { TableName, Key: { pk, sk }, ...only }).catch(() => {});
      }
      after = page.LastEvaluatedKey;
    } while (after !== undefined);
  }
}
