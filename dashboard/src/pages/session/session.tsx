import { SessionDetail } from "../../../../core/contract/api.ts";
import { spansOf } from "../../charts/spans.ts";
import { StepsParts, StepsPicture } from "../../charts/steps-picture.tsx";
import { cache, useResource } from "../../data/store.ts";
import { clockTime, longDay } from "../../format/dates.ts";
import { duration } from "../../format/durations.ts";
import { howLong, type Phase, totalSeconds } from "../../format/steps.ts";
import { t } from "../../i18n/t.ts";
import { Card, Skeleton } from "../../ui/card.tsx";
import { ColourMark } from "../../ui/colour-mark.tsx";
import { Later } from "../../ui/later.tsx";
import { Failure } from "../../ui/notice.tsx";
import { Page, SUB_TO_COME } from "../../ui/page.tsx";
import { Rules } from "../../ui/rules.tsx";
import { Correct } from "./correct.tsx";
import { Cues } from "./cues.tsx";
import { Delete } from "./delete.tsx";
import { PainLine, Scores } from "./scores.tsx";
import { Steps } from "./steps.tsx";
import { Traces } from "./traces.tsx";

/** Less is no more than the way from one step to the next. */
const SHORTEST_PAUSE_S = 60;

/** One session, whole: what was planned and done, the heart, the cues, how it felt and what the plan made of it. */
export default function Session({ id }: { readonly id: string }) {
  const path = `/v1/sessions/${id}`;
  const { data, error } = useResource(path, SessionDetail);
  return (
    <Page title={t("session.title")} sub={data === undefined ? SUB_TO_COME : whenOf(data)}>
      <p class="crumb">
        <a href="/history">← {t("nav.history")}</a>
      </p>
      {data !== undefined ? <Details detail={data} /> : null}
      {data === undefined && error === undefined ? <Skeleton lines={9} /> : null}
      {data === undefined && error?.code === "not_found" ? <p>{t("session.notFound")}</p> : null}
      {data === undefined && error?.code !== "not_found" ? (
        <Failure error={error} onRetry={() => void cache.refresh(path, SessionDetail)} />
      ) : null}
    </Page>
  );
}

function whenOf({ session, localDate, utcOffsetMin }: SessionDetail): string {
  const at = (instant: string) => clockTime(Date.parse(instant), utcOffsetMin);
  return `${longDay(localDate)}, ${at(session.startedAt)}–${at(session.endedAt)}`;
}

function Details({ detail }: { readonly detail: SessionDetail }) {
  const { session } = detail;
  const wholeS = Math.round((Date.parse(session.endedAt) - Date.parse(session.startedAt)) / 1000);
  const phases = session.steps.filter(({ doneS }) => doneS > 0).map(({ kind, doneS }) => ({ kind, seconds: doneS }));
  const pausedS = wholeS - totalSeconds(phases);
  const spans = spansOf(session.steps, session.cues, wholeS);
  return (
    <div class="board">
      <div class="board-wide">
        <Card title={t("session.timeline")} kind="next">
          <Facts detail={detail} phases={phases} />
          <StepsPicture phases={phases} />
          <PainLine scores={session.scores} />
          <StepsParts phases={phases} />
          {pausedS >= SHORTEST_PAUSE_S ? <p class="hint">{t("session.paused", duration(pausedS))}</p> : null}
        </Card>
        <Traces trace={session.trace} spans={spans} totalS={wholeS} />
      </div>
      <div class="board-main">
        <Later>{() => <Steps steps={session.steps} />}</Later>
        <Later>{() => <Cues cues={session.cues} />}</Later>
      </div>
      <div class="board-side">
        <Later>{() => <Scores scores={session.scores} surface={session.surface} />}</Later>
        <Later>{() => <Correct detail={detail} />}</Later>
        <Later>{() => <Judged judged={detail.judged} />}</Later>
        <Delete sessionId={session.sessionId} sessionDate={detail.localDate} />
        <p class="hint">{t("session.device", session.device, session.app)}</p>
      </div>
    </div>
  );
}

type FactsProps = { readonly detail: SessionDetail; readonly phases: readonly Phase[] };

function Facts({ detail: { session, source, judged }, phases }: FactsProps) {
  const { outcome, reason } = session;
  return (
    <p class="next-facts">
      <span class="badge">{t("level.n", session.level)}</span>
      <span>{howLong(phases)}</span>
      <span>
        {t(`outcome.${outcome}`)}
        {reason === null ? "" : ` ${t(`reason.${reason}`)}`}
      </span>
      <ColourMark colour={judged?.colour ?? null} />
      {source === "simulator" ? <span class="tag">{t("source.simulator")}</span> : null}
    </p>
  );
}

function Judged({ judged }: { readonly judged: SessionDetail["judged"] }) {
  return (
    <Card title={t("session.judged")}>
      {judged === null ? (
        <p>{t("session.notJudged")}</p>
      ) : (
        <>
          <p>
            <ColourMark colour={judged.colour} />
          </p>
          <p>
            {judged.levelBefore === judged.levelAfter
              ? t("session.levelStays", judged.levelBefore)
              : t("session.levelMoves", judged.levelBefore, judged.levelAfter)}
          </p>
          <Rules rules={judged.rules} />
        </>
      )}
    </Card>
  );
}
