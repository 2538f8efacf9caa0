import { useId } from "preact/hooks";
import { duration } from "../format/durations.ts";
import { describe, type Phase, totalSeconds } from "../format/steps.ts";
import { t } from "../i18n/t.ts";

const HEIGHTS: Readonly<Record<Phase["kind"], number>> = {
  "warmup-walk": 46,
  walk: 46,
  run: 100,
  "cooldown-walk": 46,
  stretch: 28,
  strength: 28,
};
/** Percent of the width between two bars. */
const GAP = 0.35;

/** The parts of a session in words, each with the look it has in the picture. */
export const StepsParts = ({ phases }: { readonly phases: readonly Phase[] }) => (
  <ul class="parts">
    {describe(phases).map(({ kind, text }) => (
      <li key={text} class={`swatch swatch-${kind}`}>
        {text}
      </li>
    ))}
  </ul>
);

const inWords = (phases: readonly Phase[]): string =>
  describe(phases)
    .map(({ text }) => text)
    .join(", ");

/** A session as a row of bars: as wide as each phase is long, runs taller than walks, warm-up and cool-down hatched. */
export function StepsPicture({ phases }: { readonly phases: readonly Phase[] }) {
  const hatch = useId();
  const highest = Math.max(...phases.map(({ kind }) => HEIGHTS[kind]));
  const label = t("steps.picture", duration(totalSeconds(phases)), inWords(phases));
  return (
    <svg class={highest === HEIGHTS.run ? "steps-picture" : "steps-picture low"} role="img" aria-label={label}>
      <Hatch id={hatch} />
      {barsOf(phases, highest).map(({ kind, from, width, height }) => (
        <rect
          key={from}
          class={`phase phase-${kind}`}
          x={`${from}%`}
          y={`${100 - height}%`}
          width={`${width}%`}
          height={`${height}%`}
          rx="3"
          fill={HATCHED.includes(kind) ? `url(#${hatch})` : undefined}
        />
      ))}
    </svg>
  );
}

const HATCHED: readonly Phase["kind"][] = ["warmup-walk", "cooldown-walk"];

/** Places in percent of the picture. */
function barsOf(phases: readonly Phase[], highest: number) {
  const total = totalSeconds(phases);
  let at = 0;
  return phases.map(({ kind, seconds }) => {
    const from = (100 * at) / total;
    at += seconds;
    const width = Math.max(0.3, (100 * seconds) / total - GAP);
    return { kind, from, width, height: (100 * HEIGHTS[kind]) / highest };
  });
}

const Hatch = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="hatch-ground" width="6" height="6" />
      <rect class="hatch-line" width="2.2" height="6" />
    </pattern>
  </defs>
);
