import { CHARGED_PCT, FIELD_DRIFT, type Hardware, LOW_PCT } from "../host/hardware.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import { t } from "./i18n/t.ts";
import { RecordingField } from "./recording-field.tsx";
import type { Model, Session } from "./session.ts";
import { useSignals } from "./use.ts";

/** A usual setting of these watches. */
const SCREEN_TIMEOUT_MS = 15_000;

const between = (least: number, most: number) => Math.round(least + Math.random() * (most - least));

type Props = { session: Session; models: readonly Model[]; onModel: (model: Model) => void; onReset: () => void };

/** What can be changed about the wrist, and what can go wrong on it. */
export function Switches({ session, models, onModel, onReset }: Props) {
  const { hardware } = session.device;
  useSignals(hardware.overlay, hardware.link.changed, hardware.screen.changed, session.frame);
  const pick = (name: string) => {
    const model = models.find((candidate) => candidate.name === name);
    if (model !== undefined) onModel(model);
  };
  return (
    <section class="card" aria-labelledby="wrist-title">
      <h2 id="wrist-title">{t("wrist.title")}</h2>
      <label class="field">
        <span>{t("wrist.model")}</span>
        <select value={session.model.name} onChange={(event) => pick(event.currentTarget.value)}>
          {models.map(({ name, variant }) => (
            <option key={name} value={name}>
              {name} ({t(`wrist.${variant.shape}`)}, {variant.width} × {variant.height})
            </option>
          ))}
        </select>
      </label>
      <RecordingField session={session} />
      <Conditions hardware={hardware} />
      <PowerCuts device={session.device} />
      <fieldset class="destructive" aria-labelledby="danger-title">
        <h3 id="danger-title">{t("danger.title")}</h3>
        <div class="row-of-buttons">
          <button type="button" class="danger" onClick={() => damage(hardware)}>
            {t("action.damage")}
          </button>
          <ConfirmButton label={t("action.reset")} question={t("action.resetSure")} onConfirm={onReset} />
        </div>
      </fieldset>
    </section>
  );
}

function damage({ files, events }: Hardware): void {
  const { newest } = files;
  if (newest !== null) files.corrupt(newest);
  if (newest === null) events.add("storage", "There is no file yet", { code: "noFile" });
  else events.add("storage", `One bit of ${newest} is flipped`, { code: "damaged", value: newest });
}

const Conditions = ({ hardware }: { hardware: Hardware }) => (
  <div class="switches">
    <Switch label={t("switch.link")} on={hardware.link.isUp()} set={(on) => hardware.link.set(on)} />
    <Switch label={t("switch.screen")} on={hardware.screen.isOn()} set={(on) => hardware.screen.set(on)} />
    <Switch
      label={t("switch.timeout")}
      on={hardware.screen.timeoutMs() !== null}
      set={(on) => hardware.screen.setTimeout(on ? SCREEN_TIMEOUT_MS : null)}
    />
    <Switch label={t("switch.contact")} on={!hardware.body.lost} set={(on) => hardware.body.setLost(!on)} />
    <Switch label={t("switch.full")} on={hardware.files.full} set={(on) => (hardware.files.full = on)} />
    <Switch
      label={t("switch.drift")}
      on={hardware.timerDrift > 0}
      set={(on) => (hardware.timerDrift = on ? FIELD_DRIFT : 0)}
    />
    <Switch
      label={t("switch.stumble")}
      on={hardware.timerLateMs() > 0}
      set={(on) => (hardware.timerLateMs = on ? () => between(200, 900) : () => 0)}
    />
    <Switch
      label={t("switch.alarms")}
      on={hardware.alarms.lateMs() > 0}
      set={(on) => (hardware.alarms.lateMs = on ? () => between(1, 10_000) : () => 0)}
    />
    <Switch
      label={t("switch.battery")}
      on={hardware.batteryPct <= LOW_PCT}
      set={(on) => (hardware.batteryPct = on ? LOW_PCT : CHARGED_PCT)}
    />
  </div>
);

function PowerCuts({ device: { hardware, watch } }: { device: Session["device"] }) {
  const tear = () => {
    hardware.files.fate = (_, bytes) => {
      hardware.files.fate = () => "whole";
      watch.kill();
      return Math.floor(bytes / 2);
    };
    hardware.events.add("storage", "The power will fail in the middle of the next write", { code: "tearing" });
  };
  return (
    <div class="row-of-buttons">
      <button type="button" onClick={() => watch.kill()}>
        {t("action.kill")}
      </button>
      <button type="button" onClick={() => watch.reboot()}>
        {t("action.reboot")}
      </button>
      <button type="button" onClick={tear}>
        {t("action.tear")}
      </button>
    </div>
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
