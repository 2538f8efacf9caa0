import { useState } from "preact/hooks";
import { describe } from "../host/errors.ts";
import { parseRecording, RecordingError, type Unreadable } from "../host/recording.ts";
import { t } from "./i18n/t.ts";
import type { Session } from "./session.ts";

function reasonOf(why: Unreadable): string {
  if (why.code === "number") return t("recording.number", why.line, why.cell);
  return why.code === "time" ? t("recording.time", why.line) : t(`recording.${why.code}`);
}

/** What the sensors feel: the made-up runner, or a heart-rate file. */
export function RecordingField({ session }: { session: Session }) {
  const { body } = session.device.hardware;
  const [note, setNote] = useState(t("recording.none"));
  const play = async (file: File | undefined) => {
    body.play(null);
    if (file === undefined) return setNote(t("recording.none"));
    try {
      const recording = parseRecording(await file.text());
      body.play(recording);
      setNote(t("recording.plays", file.name, Math.round(recording.seconds / 60)));
    } catch (error) {
      const why = error instanceof RecordingError ? reasonOf(error.why) : describe(error);
      setNote(t("recording.unreadable", file.name, why));
    }
  };
  return (
    <div class="field">
      <label for="recording">{t("recording.title")}</label>
      <input
        id="recording"
        type="file"
        accept=".csv,text/csv"
        aria-describedby="recording-note"
        onChange={(event) => void play(event.currentTarget.files?.[0])}
      />
      <p class="hint" id="recording-note">
        {note}
      </p>
    </div>
  );
}
