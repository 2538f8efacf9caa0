import { useRef, useState } from "preact/hooks";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import { LADDER } from "../../../../core/ladder/ladder.ts";
import { uuidV7 } from "../../../../core/uuid.ts";
import { tell } from "../../data/store.ts";
import { levelInWords } from "../../format/levels.ts";
import { t } from "../../i18n/t.ts";
import { Choices } from "../../ui/choices.tsx";
import { Field, focusFirstError } from "../../ui/field.tsx";
import { Failure } from "../../ui/notice.tsx";
import { isHalf, MOMENTS, NO_PAIN_YET, type PainEntry, PainTable, wholeOf } from "../../ui/pain-table.tsx";
import { ScorePicker } from "../../ui/score.tsx";
import { Select } from "../../ui/select.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { instantOf, type Kind, minutesOf, type Reason, type Share, sessionOf } from "./entry.ts";
import { type Added, undoSession, undoVariety } from "./undo.ts";

type FormProps = {
  readonly today: LocalDate;
  readonly date: LocalDate;
  readonly level: number;
  readonly onAdded: (added: Added) => void;
};

const KINDS = ["session", "swim", "cycle", "yoga", "walk", "other"] as const;

type Entry = {
  readonly kind: Kind;
  readonly date: string;
  readonly time: string;
  readonly minutes: string;
  readonly level: number;
  readonly share: Share;
  readonly reason: Reason;
  readonly pain: PainEntry;
  readonly rpe: number | null;
};

type Errors = { readonly [K in "date" | "time" | "minutes" | "pain"]: string | undefined };

function errorsIn({ kind, date, time, minutes, pain }: Entry, today: LocalDate): Errors {
  const at = instantOf(date, time);
  const dateWrong = instantOf(date, "12:00") === null || date > today;
  return {
    date: dateWrong ? t("add.dateWrong") : undefined,
    time: !dateWrong && (at === null || at.getTime() > Date.now()) ? t("add.timeWrong") : undefined,
    minutes: kind !== "session" && minutesOf(minutes) === null ? t("add.minutesWrong") : undefined,
    pain: MOMENTS.some((moment) => isHalf(pain[moment])) ? t("edit.painHalf") : undefined,
  };
}

/** Adds what the form tells; resolves to how it is taken back. @throws BackstrideError */
async function add(entry: Entry): Promise<Added> {
  const { kind, date, time, pain, rpe } = entry;
  const at = instantOf(date, time) ?? new Date();
  const whole = { before: wholeOf(pain.before), worst: wholeOf(pain.worst), after: wholeOf(pain.after) };
  const scores = { ...whole, rpe, legSymptoms: null };
  if (kind === "session") {
    const sessionId = uuidV7(at.getTime(), crypto.getRandomValues(new Uint8Array(10)));
    await tell("session.recorded.v1", sessionOf(sessionId, { ...entry, startedAt: at, scores }), at);
    return { date, undo: () => undoSession(sessionId, date) };
  }
  const told = Object.values(whole).some((score) => score !== null) ? scores : null;
  const id = await tell("variety.recorded.v1", { kind, minutes: minutesOf(entry.minutes) ?? 1, rpe, scores: told }, at);
  return { date, undo: () => undoVariety(id, date) };
}

/** Everything on one page; what is not remembered may stay open. */
export function EntryForm({ today, date, level, onAdded }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [entry, setEntry] = useState<Entry>({
    ...{ kind: "session", date, time: "07:00", minutes: "", level, share: 100, reason: "external" },
    ...{ pain: NO_PAIN_YET, rpe: null },
  });
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useSubmit();
  const set = (change: Partial<Entry>) => setEntry({ ...entry, ...change });
  const found = errorsIn(entry, today);
  const errors: Partial<Errors> = tried ? found : {};

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (Object.values(found).some((each) => each !== undefined)) return focusFirstError(form.current);
    await run(async () => onAdded(await add(entry)));
  }

  return (
    <form ref={form} onSubmit={send} noValidate>
      <Choices
        legend={t("add.what")}
        value={entry.kind}
        onChange={(kind) => set({ kind })}
        choices={KINDS.map((kind) => ({ value: kind, label: t(`add.${kind}`) }))}
      />
      <div class="side-by-side">
        <Field
          label={t("add.date")}
          value={entry.date}
          onInput={(value) => set({ date: value })}
          input={{ type: "date", max: today }}
          error={errors.date}
        />
        <Field
          label={t("add.time")}
          value={entry.time}
          onInput={(time) => set({ time })}
          input={{ type: "time" }}
          error={errors.time}
        />
      </div>
      {entry.kind === "session" ? (
        <LevelFields entry={entry} onChange={set} />
      ) : (
        <Field
          label={t("add.minutes")}
          value={entry.minutes}
          onInput={(minutes) => set({ minutes })}
          input={{ type: "number", inputMode: "numeric", min: "1", max: "600" }}
          error={errors.minutes}
        />
      )}
      <PainTable value={entry.pain} onChange={(pain) => set({ pain })} error={errors.pain} />
      <ScorePicker
        legend={t("add.effort")}
        ends={[t("add.easy"), t("add.hard")]}
        value={entry.rpe}
        onChange={(rpe) => set({ rpe })}
      />
      <Failure error={error} />
      <button type="submit" class="button" disabled={busy}>
        {t("add.save")}
      </button>
    </form>
  );
}

type FieldsProps = { readonly entry: Entry; readonly onChange: (change: Partial<Entry>) => void };

function LevelFields({ entry, onChange }: FieldsProps) {
  return (
    <>
      <Select
        label={t("add.level")}
        value={String(entry.level)}
        onChange={(level) => onChange({ level: Number(level) })}
        options={LADDER.map(({ level }) => ({ value: String(level), label: levelInWords(level) }))}
      />
      <Choices<Share>
        legend={t("add.whole")}
        value={entry.share}
        onChange={(share) => onChange({ share })}
        choices={([100, 75, 50, 25] as const).map((share) => ({
          value: share,
          label: share === 100 ? t("add.all") : t("add.part", share),
        }))}
      />
      {entry.share === 100 ? null : (
        <Choices<Reason>
          legend={t("add.why")}
          value={entry.reason}
          onChange={(reason) => onChange({ reason })}
          choices={(["pain", "effort", "external"] as const).map((reason) => ({
            value: reason,
            label: t(`add.why.${reason}`),
          }))}
        />
      )}
    </>
  );
}
