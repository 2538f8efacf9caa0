import { useState } from "preact/hooks";
import { describe } from "../host/errors.ts";
import { CHARGED_PCT, FIELD_DRIFT, LOW_PCT } from "../host/hardware.ts";
import { parseRecording } from "../host/recording.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import type { Model, Session } from "./session.ts";
import { useSignals } from "./use.ts";

/** A usual setting of these watches. */
const SCREEN_TIMEOUT_MS = 15_000;

const between = (least: number, most: number) => Math.round(least + Math.random() * (most - least));

type Props = { session: Session; models: readonly Model[]; onModel: (model: Model) => void; onReset: () => void };

/** What can be changed about the wrist, and what can go wrong on it. */
export function Switches({ session, models, onModel, onReset }: Props) {
  const { hardware, watch } = session.device;
  useSignals(hardware.overlay, hardware.link.changed, hardware.screen.changed, session.frame);
  const pick = (name: string) => {
    const model = models.find((candidate) => candidate.name === name);
    if (model !== undefined) onModel(model);
  };
  const damage = () => {
    const { newest } = hardware.files;
    if (newest !== null) hardware.files.corrupt(newest);
    hardware.events.add("storage", newest === null ? "There is no file yet" : `One bit of ${newest} is flipped`);
  };
  const tear = () => {
    hardware.files.fate = (_, bytes) => {
      hardware.files.fate = () => "whole";
      watch.kill();
      return Math.floor(bytes / 2);
    };
    hardware.events.add("storage", "The power will fail in the middle of the next write");
  };
  return (
    <section class="card" aria-labelledby="wrist-title">
      <h2 id="wrist-title">On the wrist</h2>
      <label class="field">
        <span>Model</span>
        <select value={session.model.name} onChange={(event) => pick(event.currentTarget.value)}>
          {models.map(({ name, variant }) => (
            <option key={name} value={name}>
              {name} ({variant.shape}, {variant.width} × {variant.height})
            </option>
          ))}
        </select>
      </label>
      <RecordingField session={session} />
      <div class="switches">
        <Switch label="Phone link" on={hardware.link.isUp()} set={(on) => hardware.link.set(on)} />
        <Switch label="Screen" on={hardware.screen.isOn()} set={(on) => hardware.screen.set(on)} />
        <Switch
          label="Screen goes dark by itself"
          on={hardware.screen.timeoutMs() !== null}
          set={(on) => hardware.screen.setTimeout(on ? SCREEN_TIMEOUT_MS : null)}
        />
        <Switch label="Sensors have contact" on={!hardware.body.lost} set={(on) => hardware.body.setLost(!on)} />
        <Switch label="Disk is full" on={hardware.files.full} set={(on) => (hardware.files.full = on)} />
        <Switch
          label="Timers run late"
          on={hardware.timerDrift > 0}
          set={(on) => (hardware.timerDrift = on ? FIELD_DRIFT : 0)}
        />
        <Switch
          label="Timers stumble"
          on={hardware.timerLateMs() > 0}
          set={(on) => (hardware.timerLateMs = on ? () => between(200, 900) : () => 0)}
        />
        <Switch
          label="Alarms ring late"
          on={hardware.alarms.lateMs() > 0}
          set={(on) => (hardware.alarms.lateMs = on ? () => between(1, 10_000) : () => 0)}
        />
        <Switch
          label="Battery is low"
          on={hardware.batteryPct <= LOW_PCT}
          set={(on) => (hardware.batteryPct = on ? LOW_PCT : CHARGED_PCT)}
        />
      </div>
      <div class="row-of-buttons">
        <button type="button" onClick={() => watch.kill()}>
          Kill app
        </button>
        <button type="button" onClick={() => watch.reboot()}>
          Reboot
        </button>
        <button type="button" onClick={tear}>
          Power cut in the next write
        </button>
        <button type="button" onClick={damage}>
          Damage newest file
        </button>
        <ConfirmButton label="Factory reset" question="Erase this watch and phone" onConfirm={onReset} />
      </div>
    </section>
  );
}

function Switch({ label, on, set }: { label: string; on: boolean; set: (on: boolean) => void }) {
  return (
    <label class="switch">
      <input type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

const SYNTHETIC = "The made-up runner follows the watch's cues.";

function RecordingField({ session }: { session: Session }) {
  const { body } = session.device.hardware;
  const [note, setNote] = useState(SYNTHETIC);
  const play = async (file: File | undefined) => {
    if (file === undefined) {
      body.play(null);
      setNote(SYNTHETIC);
      return;
    }
    try {
      const recording = parseRecording(await file.text());
      body.play(recording);
      setNote(`${file.name}: ${Math.round(recording.seconds / 60)} minutes, from the moment the session starts.`);
    } catch (error) {
      body.play(null);
      setNote(`${file.name} could not be read. ${describe(error)}`);
    }
  };
  return (
    <div class="field">
      <label for="recording">Heart-rate file</label>
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
