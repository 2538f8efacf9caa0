import { plainMove } from "../../../../core/blocks/moves.ts";
import type { DoneStep } from "../../../../core/contract/session.ts";
import { duration } from "../../format/durations.ts";
import { isPlainKey, t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Table } from "../../ui/table.tsx";

/** A move in words; one that a newer watch names and this page does not know stays as it was written. */
function moveName(move: string | null): string {
  if (move === null) return "";
  const plain = plainMove(move);
  const key = `move.${plain}`;
  const name = isPlainKey(key) ? t(key) : plain;
  return plain === move ? name : `${name} (${t("move.easier")})`;
}

/** The laps of a session are the steps of its plan. */
export function Steps({ steps }: { readonly steps: readonly DoneStep[] }) {
  return (
    <Card title={t("session.steps")}>
      <Table
        caption={t("session.stepsCaption")}
        columns={[t("session.step"), t("session.phase"), t("session.planned"), t("session.done")]}
        rows={steps.map(({ kind, move, side, plannedS, doneS }, index) => ({
          key: String(index),
          cells: [
            String(index + 1),
            <span class={`swatch swatch-${kind}`} key="phase">
              {[t(`phase.${kind}`), moveName(move), side === null ? "" : t(`side.${side}`)].filter(Boolean).join(" · ")}
            </span>,
            duration(plannedS),
            duration(doneS),
          ],
        }))}
      />
    </Card>
  );
}
