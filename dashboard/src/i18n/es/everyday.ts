import { CHANGES_ES } from "../../../../core/text/es/changes.ts";
import { LOCKS_ES } from "../../../../core/text/es/locks.ts";
import { REASONS_ES } from "../../../../core/text/es/reasons.ts";
import { SENTENCES_ES, STUCK_ES } from "../../../../core/text/es/sentences.ts";
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
  stuck: STUCK_ES,
  reasons: REASONS_ES,
  changes: CHANGES_ES,
  locks: LOCKS_ES,
  sentences: SENTENCES_ES,
};
