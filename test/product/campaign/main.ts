import { killUnderLoad } from "../kills.ts";

const KILLS = 30;

/** `npm run campaign -- host [kills]`: the whole host is killed under load. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const started = performance.now();
  try {
    const { kills, acked } = await killUnderLoad(Number(args[0] ?? KILLS), Math.random);
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(
      `host: ${kills} kills under load in ${seconds} s; all of ${acked} acknowledged events kept, nothing differs.`,
    );
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.stack : error);
    return 1;
  }
}
