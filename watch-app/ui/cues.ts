import type { CueKind } from "../../core/contract/session.ts";
import { hasLead } from "../../core/cues/preferences.ts";
import type { Preferences } from "../../core/cues/schedule.ts";
import { cueState, hasStrength } from "../logic/cue-settings.ts";
import type { Translate } from "../logic/words.ts";
import { type Screen, SMALL, sessionLayout } from "./layout.ts";
import { type Panel, panelOf } from "./panels.ts";
import { COLOUR } from "./theme.ts";
import { button, label } from "./widgets.ts";

type Acts = {
  readonly feel: () => void;
  readonly next: () => void;
  readonly strength: () => void;
  readonly lead: () => void;
};

export type CuesView = Panel & { tell(kind: CueKind, preferences: Preferences, last: boolean): void };

/** One cue at a time: its name, how it comes, and four buttons. */
export function cuesView(screen: Screen, say: Translate, act: Acts): CuesView {
  const layout = sessionLayout(screen);
  const name = label(layout.count, "", 36, { lines: 2 });
  const state = label(layout.message, "", SMALL, { colour: COLOUR.dim, lines: 2 });
  // The long words where the screen is wide.
  const strength = button(layout.first, say("cues.strength"), act.strength, "plain", SMALL);
  const lead = button(layout.second, say("cues.lead"), act.lead, "plain", SMALL);
  const feel = button(layout.third, say("cues.feel"), act.feel, "primary", SMALL);
  const next = button(layout.fourth, say("cues.next"), act.next, "plain", SMALL);
  const all = panelOf([name, state, feel, next, lead, strength]);
  return {
    show: all.show,
    tell: (kind, preferences, last) => {
      all.show(true);
      name.say(say(`cues.name.${kind}`));
      state.say(cueState(preferences, kind, say));
      next.say(say(last ? "cues.exit" : "cues.next"));
      lead.show(hasLead(kind));
      strength.show(hasStrength(kind));
    },
  };
}
