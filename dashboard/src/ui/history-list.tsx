import type { HistoryItem } from "../../../core/contract/api.ts";
import { shortDay } from "../format/dates.ts";
import { duration } from "../format/durations.ts";
import { t } from "../i18n/t.ts";
import { ColourMark } from "./colour-mark.tsx";
import { WorstPain } from "./score.tsx";

/** Sessions and variety days as a list of links. */
export function HistoryList({ items }: { readonly items: readonly HistoryItem[] }) {
  return (
    <ul class="entries">
      {items.map((item) => (
        <li key={item.id}>{item.kind === "session" ? <SessionLine item={item} /> : <VarietyLine item={item} />}</li>
      ))}
    </ul>
  );
}

function SessionLine({ item }: { readonly item: HistoryItem }) {
  return (
    <a class="entry" href={`/session/${item.id}`}>
      <span class="entry-day">{shortDay(item.localDate)}</span>
      <span class="entry-what">
        {item.level === null ? null : <span class="badge">{t("level.n", item.level)}</span>}
        <span>{t("time.min", item.minutes)}</span>
        <span class="hint">{item.runS === 0 ? t("history.walking") : t("history.running", duration(item.runS))}</span>
        <Source item={item} />
      </span>
      <Marks item={item} />
    </a>
  );
}

/** Where it came from, unless that is the watch. */
function Source({ item: { source } }: { readonly item: HistoryItem }) {
  if (source === "simulator") return <span class="tag">{t("source.simulator")}</span>;
  return source === "dashboard" ? <span class="tag">{t("history.byHand")}</span> : null;
}

function VarietyLine({ item }: { readonly item: HistoryItem }) {
  return (
    <div class="entry">
      <span class="entry-day">{shortDay(item.localDate)}</span>
      <span class="entry-what">
        <span>{t("history.variety")}</span>
        <span>{t("time.min", item.minutes)}</span>
        <Source item={item} />
      </span>
      {item.worstPain === null ? null : <Marks item={item} />}
    </div>
  );
}

function Marks({ item }: { readonly item: HistoryItem }) {
  return (
    <span class="entry-marks">
      <WorstPain score={item.worstPain} />
      {item.kind === "session" ? <ColourMark colour={item.colour} /> : null}
    </span>
  );
}
