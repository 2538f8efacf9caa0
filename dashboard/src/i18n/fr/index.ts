import type { Catalogue } from "../t.ts";
import { CALENDAR } from "./calendar.ts";
import { COMMON } from "./common.ts";
import { DEVICES } from "./devices.ts";
import { EDIT } from "./edit.ts";
import { EXERCISES } from "./exercises.ts";
import { HISTORY } from "./history.ts";
import { PLAN } from "./plan.ts";
import { QUESTIONNAIRE } from "./questionnaire.ts";
import { RULEBOOK } from "./rulebook.ts";
import { INPUTS, RULES } from "./rules.ts";
import { SAFETY } from "./safety.ts";
import { SESSION } from "./session.ts";
import { SETTINGS } from "./settings.ts";
import { START } from "./start.ts";
import { TODAY } from "./today.ts";
import { TRENDS } from "./trends.ts";

export { FR as CORE } from "../../../../core/text/fr/index.ts";

export const FR: Catalogue = {
  ...COMMON,
  ...EXERCISES,
  ...QUESTIONNAIRE,
  ...TRENDS,
  ...EDIT,
  ...CALENDAR,
  ...RULEBOOK,
  ...PLAN,
  ...TODAY,
  ...HISTORY,
  ...SESSION,
  ...DEVICES,
  ...START,
  ...SAFETY,
  ...SETTINGS,
  ...RULES,
  ...INPUTS,
};
