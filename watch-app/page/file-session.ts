import { getText } from "@zos/i18n";
import { replace } from "@zos/router";
import type { SessionState } from "../../core/session/state.ts";
import { thisScreen } from "../device/screen.ts";
import { journal, keepSession, made, outbox } from "../device/store.ts";
import { fileSession } from "../logic/filing.ts";
import { summaryParams } from "../logic/summary.ts";
import { messagePanel } from "../ui/panels.ts";

export const fileEnded = (): boolean => fileSession(journal(), outbox(), Date.now(), made(), keepSession);

/** Moves the session that has ended to the outbox, then shows what was done. */
export function fileAndShow(state: SessionState): void {
  const home = (): void => replace({ url: "page/home" });
  if (fileEnded()) replace({ url: "page/summary", params: summaryParams(state) });
  else messagePanel(thisScreen(), getText).tell(getText("after.full"), getText("after.fullWhy"), home);
}
