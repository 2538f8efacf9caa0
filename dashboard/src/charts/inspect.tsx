import { t } from "../i18n/t.ts";

type InspectProps = {
  readonly max: number;
  readonly step?: number;
  readonly value: number;
  /** What is at that place, in words. */
  readonly text: string;
  readonly onChange: (value: number) => void;
};

/** A way to look into a chart, place by place. A native slider: keys, touch and speech come with it. */
export const Inspect = ({ max, step = 1, value, text, onChange }: InspectProps) => (
  <div class="inspect">
    <label>
      {t("session.inspect")}
      <input
        type="range"
        min="0"
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
    </label>
    <output>{text}</output>
  </div>
);
