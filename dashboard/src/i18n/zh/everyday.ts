import { CHANGES_ZH } from "../../../../core/text/zh/changes.ts";
import { LOCKS_ZH } from "../../../../core/text/zh/locks.ts";
import { REASONS_ZH } from "../../../../core/text/zh/reasons.ts";
import { SENTENCES_ZH, STUCK_ZH } from "../../../../core/text/zh/sentences.ts";
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
  stuck: STUCK_ZH,
  reasons: REASONS_ZH,
  changes: CHANGES_ZH,
  locks: LOCKS_ZH,
  sentences: SENTENCES_ZH,
};
