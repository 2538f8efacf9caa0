import { CHANGES_EN } from "../../../../core/text/en/changes.ts";
import { LOCKS_EN } from "../../../../core/text/en/locks.ts";
import { REASONS_EN } from "../../../../core/text/en/reasons.ts";
import { SENTENCES_EN, STUCK_EN } from "../../../../core/text/en/sentences.ts";
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

/** What Today, Plan, History, Trends and a session say, and what every page says; the other languages are typed after it. */
export const PAGES = {
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

/** What `core` says on them. */
export const CORE: EverydayCore = {
  stuck: STUCK_EN,
  reasons: REASONS_EN,
  changes: CHANGES_EN,
  locks: LOCKS_EN,
  sentences: SENTENCES_EN,
};
