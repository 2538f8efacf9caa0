/** Problems of one case, in words; none when all is well. */
export type Case = (seed: number) => Promise<readonly string[]>;

export type CampaignResult = { readonly name: string; readonly cases: number; readonly failures: readonly string[] };

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Plays cases with the seeds `seed`, `seed + 1`, …; a failure names its seed, which plays it again alone. */
export async function play(name: string, seed: number, count: number, one: Case): Promise<CampaignResult> {
  const failures: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const problems = await one(seed + index).catch((error: unknown) => [describe(error)]);
    failures.push(...problems.map((problem) => `seed ${seed + index}: ${problem}`));
  }
  return { name, cases: count, failures };
}
