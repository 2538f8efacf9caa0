import { CHANGES_FR } from "../../../../core/text/fr/changes.ts";
import { LOCKS_FR } from "../../../../core/text/fr/locks.ts";
import { REASONS_FR } from "../../../../core/text/fr/reasons.ts";
import { SENTENCES_FR, STUCK_FR } from "../../../../core/text/fr/sentences.ts";
import type { PAGES as EN } from "../en/everyday.ts";
import type { Like } from "../message.ts";
import type { EverydayCore } from "../t.ts";
import { CALENDAR } from "./calendar.ts";
import { COMMON } from "./common.ts";
import { EDIT } from "./edit.ts";
import { HISTORY } from "./history.ts";
import { PLAN } from "./plan.ts";
import { RULEBOOK } from "./rulebook.ts";
import { INPUTS, RULES } from "./rules.ts";
import { SESSION } from "./session.ts";
import { TODAY } from "./today.ts";
import { TRENDS } from "./trends.ts";

export const PAGES: Like<typeof EN> = {
  ...CALENDAR,
  ...COMMON,
  ...EDIT,
  ...HISTORY,
  ...PLAN,
  ...RULEBOOK,
  ...RULES,
  ...INPUTS,
  ...SESSION,
  ...TODAY,
  ...TRENDS,
};

export const CORE: EverydayCore = {
  stuck: STUCK_FR,
  reasons: REASONS_FR,
  changes: CHANGES_FR,
  locks: LOCKS_FR,
  sentences: SENTENCES_FR,
};
