import { CHANGES_DE } from "../../../../core/text/de/changes.ts";
import { LOCKS_DE } from "../../../../core/text/de/locks.ts";
import { REASONS_DE } from "../../../../core/text/de/reasons.ts";
import { SENTENCES_DE, STUCK_DE } from "../../../../core/text/de/sentences.ts";
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
  stuck: STUCK_DE,
  reasons: REASONS_DE,
  changes: CHANGES_DE,
  locks: LOCKS_DE,
  sentences: SENTENCES_DE,
};
