import { getText } from "@zos/i18n";
import { replace } from "@zos/router";
import { setStatusBarVisible } from "@zos/ui";
import type { Preferences } from "../../core/cues/schedule.ts";
import { offBack, onBack } from "../device/back.ts";
import { newId, utcOffsetMin } from "../device/clock.ts";
import { openHaptics } from "../device/haptics.ts";
import { thisScreen } from "../device/screen.ts";
import { cuePreferences, outbox } from "../device/store.ts";
import { REHEARSAL, withNextLead, withNextStrength } from "../logic/cue-settings.ts";
import { cuesEvent } from "../logic/events.ts";
import { cuesView } from "../ui/cues.ts";
import { messagePanel } from "../ui/panels.ts";

const more = (): void => replace({ url: "page/more" });

/** The rehearsal: feel each cue by its name, and choose how strong and how early it comes. Saved when left. */
Page({
  cues: {} as Preferences,
  changed: false,
  at: 0,
  quiet: null as (() => void) | null,
  build() {
    setStatusBarVisible(false);
    this.cues = cuePreferences();
    const kind = () => REHEARSAL[this.at] ?? "run";
    const change = (how: typeof withNextLead): void => {
      this.cues = how(this.cues, kind());
      this.changed = true;
      tell();
    };
    const feel = (): void => {
      this.quiet?.();
      const haptics = openHaptics(this.cues, setTimeout);
      this.quiet = haptics.stop;
      haptics.play(kind());
    };
    const view = cuesView(thisScreen(), getText, {
      feel,
      next: () => {
        this.at += 1;
        if (this.at < REHEARSAL.length) tell();
        else this.leave(() => view.show(false));
      },
      strength: () => change(withNextStrength),
      lead: () => change(withNextLead),
    });
    const tell = (): void => view.tell(kind(), this.cues, this.at === REHEARSAL.length - 1);
    onBack(() => this.leave(() => view.show(false)));
    tell();
  },
  /** Keeps what was chosen; false while the storage is full. */
  keep() {
    const moment = { at: Date.now(), utcOffsetMin: utcOffsetMin() };
    const kept = !this.changed || outbox().put(cuesEvent(newId(), moment, this.cues));
    this.changed = false;
    return kept;
  },
  leave(hide: () => void) {
    offBack();
    if (this.keep()) return more();
    hide();
    messagePanel(thisScreen(), getText).tell(getText("after.full"), getText("cues.fullWhy"), more);
  },
  onDestroy() {
    offBack();
    this.quiet?.();
    // Closed by the system: there is nobody left to tell.
    this.keep();
  },
});
