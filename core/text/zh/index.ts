import type { Catalogue } from "../catalogue.ts";
import { CHANGES_ZH } from "./changes.ts";
import { LOCKS_ZH } from "./locks.ts";
import { QUESTIONS_ZH } from "./questions.ts";
import { REASONS_ZH } from "./reasons.ts";
import { SENTENCES_ZH, STUCK_ZH } from "./sentences.ts";

export const ZH: Catalogue = {
  questions: QUESTIONS_ZH,
  noReasonToWait: "没有发现需要等待的理由。这不是医学检查：如果有什么让你担心，请先咨询专业医护人员。",
  stuck: STUCK_ZH,
  reasons: REASONS_ZH,
  changes: CHANGES_ZH,
  locks: LOCKS_ZH,
  sentences: SENTENCES_ZH,
};
