import { gettext } from "i18n";
import type { Language } from "../../core/contract/primitives.ts";
import type { CueKind } from "../../core/contract/session.ts";
import { hasLead } from "../../core/cues/preferences.ts";
import { LANGUAGE_NAMES } from "../../core/text/names.ts";
import { uuidV7 } from "../../core/uuid.ts";
import { KEYS, unquoted } from "../app-side/phone.ts";
import { type Chosen, chosenOf, hasSound, isReminding, type Wish, wishOf } from "../app-side/preferences.ts";
import { cueState, hasStrength, REHEARSAL, withNextLead, withNextStrength } from "../logic/cue-settings.ts";
import { fill } from "../logic/words.ts";
import { section, words } from "./style.ts";

const after = <T>(all: readonly T[], one: T): T => all[(all.indexOf(one) + 1) % all.length] ?? one;
const random = (): number[] => Array.from({ length: 10 }, () => Math.floor(Math.random() * 256));

/** A button that says what holds and goes on to what comes next. */
const turn = (key: string, value: string, onClick: () => void): unknown =>
  Button({ label: fill(gettext(key), { value }), onClick });

/** What can be chosen here. The side service brings it to the log, and the watch hears of it at its next sync. */
export function preferences(store: SettingsStorage): unknown[] {
  const get = (key: string): string | null => store.getItem(key) ?? null;
  const chosen = chosenOf({ get });
  const choose = (change: Partial<Chosen>): void => {
    const wish: Wish = {
      id: uuidV7(Date.now(), random()),
      at: Date.now(),
      change: { ...wishOf({ get })?.change, ...change },
    };
    store.setItem(KEYS.wish, JSON.stringify(wish));
  };
  const flip = (key: string, on: boolean): void => store.setItem(key, on ? "false" : "true");
  const word = (on: boolean): string => gettext(on ? "settings.on" : "settings.off");
  const [reminder, sound] = [isReminding({ get }), hasSound({ get })];
  const { units, language } = chosen;
  const nextUnits = units === "metric" ? "imperial" : "metric";
  const tongues = Object.keys(LANGUAGE_NAMES) as Language[];
  return [
    ...section(gettext("settings.preferences"), [
      turn("settings.reminder", word(reminder), () => flip(KEYS.reminder, reminder)),
      turn("settings.units", gettext(`settings.units.${units}`), () => choose({ units: nextUnits })),
      turn("settings.language", LANGUAGE_NAMES[language], () => choose({ language: after(tongues, language) })),
    ]),
    ...section(gettext("settings.cues"), [
      turn("settings.sound", word(sound), () => flip(KEYS.sound, sound)),
      ...cueParts(store, chosen, choose),
      words(gettext("settings.cueHint")),
    ]),
  ];
}

/** One cue at a time, as on the watch. */
function cueParts(store: SettingsStorage, { cues }: Chosen, choose: (change: Partial<Chosen>) => void): unknown[] {
  const shown = unquoted(store.getItem(KEYS.cue));
  const kind: CueKind = REHEARSAL.find((known) => known === shown) ?? "run";
  const state = fill(gettext("settings.strength"), { value: cueState(cues, kind, gettext) });
  const stronger = (): void => choose({ cues: withNextStrength(cues, kind) });
  const earlier = (): void => choose({ cues: withNextLead(cues, kind) });
  return [
    turn("settings.cue", gettext(`cues.name.${kind}`), () => store.setItem(KEYS.cue, after(REHEARSAL, kind))),
    hasStrength(kind) ? Button({ label: state, onClick: stronger }) : words(state),
    ...(hasLead(kind) ? [Button({ label: gettext("settings.earlier"), onClick: earlier })] : []),
  ];
}
