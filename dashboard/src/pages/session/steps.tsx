import { plainMove } from "../../../../core/blocks/moves.ts";
import type { DoneStep } from "../../../../core/contract/session.ts";
import { stopwatch } from "../../format/durations.ts";
import { isPlainKey, t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Table } from "../../ui/table.tsx";
import { groupsOf, type Numbered } from "./step-groups.ts";

/** A move in words; one that a newer watch names and this page does not know stays as it was written. */
function moveName(move: string | null): string {
  if (move === null) return "";
  const plain = plainMove(move);
  const key = `move.${plain}`;
  const name = isPlainKey(key) ? t(key) : plain;
  return plain === move ? name : `${name} (${t("move.easier")})`;
}

/** "Run", "Bird-dog · left · 8 ×": an exercise goes by its own name. */
export const nameOf = ({ kind, move, side, reps }: DoneStep): string =>
  [
    moveName(move) || t(`phase.${kind}`),
    side === null ? "" : t(`side.${side}`),
    reps === undefined || reps === 1 ? "" : `${reps}\u00a0×`,
  ]
    .filter(Boolean)
    .join(" · ");

/** The laps of a session are the steps of its plan; exercises stand apart. */
export function Steps({ steps }: { readonly steps: readonly DoneStep[] }) {
  const { moving, exercises } = groupsOf(steps);
  return (
    <>
      <Listed title={t("session.steps")} caption={t("session.stepsCaption")} listed={moving} />
      <Listed title={t("rule.F.block")} caption={t("rule.F.block")} listed={exercises} />
    </>
  );
}

type ListedProps = { readonly title: string; readonly caption: string; readonly listed: readonly Numbered[] };

function Listed({ title, caption, listed }: ListedProps) {
  if (listed.length === 0) return null;
  return (
    <Card title={title} kind="done-steps">
      <Table
        caption={caption}
        columns={[t("session.step"), t("session.phase"), t("session.planned"), t("session.done")]}
        rows={listed.map(({ step, number }) => ({
          key: String(number),
          cells: [
            String(number),
            <span class={`swatch swatch-${step.kind}`} key="phase">
              {nameOf(step)}
            </span>,
            stopwatch(step.plannedS),
            stopwatch(step.doneS),
          ],
        }))}
      />
    </Card>
  );
}
