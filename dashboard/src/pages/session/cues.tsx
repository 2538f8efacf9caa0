import type { LedgerCue } from "../../../../core/contract/session.ts";
import { lateBy, summariseLedger } from "../../charts/ledger.ts";
import { lateness, stopwatch } from "../../format/durations.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Fold } from "../../ui/fold.tsx";
import { Table } from "../../ui/table.tsx";

/** The cue ledger, as honest as it is: what was due, what fired and how late. */
export function Cues({ cues }: { readonly cues: readonly LedgerCue[] }) {
  if (cues.length === 0) {
    return (
      <Card title={t("session.cues")}>
        <p>{t("session.cuesNone")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("session.cues")}>
      <p>{conclusion(cues)}</p>
      <Fold summary={t("session.cuesTable", cues.length)}>{() => <Ledger cues={cues} />}</Fold>
    </Card>
  );
}

/** The finest lateness that is told. */
const LEAST_MS = 100;

function conclusion(cues: readonly LedgerCue[]): string {
  const { all, fired, worstMs } = summariseLedger(cues);
  if (worstMs === null) return t("session.cuesNoneFired", all);
  return t("session.cuesSum", fired, all, lateness(Math.max(LEAST_MS, worstMs)));
}

function Ledger({ cues }: { readonly cues: readonly LedgerCue[] }) {
  const columns = ["cue", "due", "fired", "late", "state", "tier"] as const;
  return (
    <Table
      caption={t("session.cuesCaption")}
      columns={columns.map((column) => t(`ledger.${column}`))}
      rows={cues.map((cue, index) => {
        const late = lateBy(cue);
        return {
          key: String(index),
          cells: [
            t(`cue.${cue.kind}`),
            stopwatch(cue.dueMs / 1000),
            cue.firedMs === null ? "–" : stopwatch(cue.firedMs / 1000),
            late === null ? "–" : lateness(late),
            t(`cueState.${cue.state}`),
            cue.tier === null ? "–" : t(`tier.${cue.tier}`),
          ],
        };
      })}
    />
  );
}
