import { fill, type Translate } from "./words.ts";

/** What could not be read back from the watch's storage. */
export type Damage = {
  /** The journal: a piece of it, or so much that no session is left. */
  readonly session: "piece" | "all" | null;
  /** Records that were waiting to be sent. */
  readonly records: number;
  readonly plan: boolean;
};

/** What was lost and what was kept, in plain sentences; empty when nothing is damaged. */
export function damageText({ session, records, plan }: Damage, say: Translate): string {
  const sentences = [
    session === "piece" ? say("damage.session") : "",
    session === "all" ? say("damage.wholeSession") : "",
    records > 0 ? fill(say("damage.records"), { n: records }) : "",
    plan ? say("damage.plan") : "",
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}
