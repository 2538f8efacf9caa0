import { QUESTIONS_EN } from "../../../../core/text/en/questions.ts";
import type { RestCore } from "../t.ts";
import { ADD } from "./add.ts";
import { DEVICES } from "./devices.ts";
import { EXERCISES } from "./exercises.ts";
import { QUESTIONNAIRE } from "./questionnaire.ts";
import { SAFETY } from "./safety.ts";
import { SETTINGS } from "./settings.ts";
import { START } from "./start.ts";

/** What the other pages say: setting up, the settings, adding by hand, exercises and safety. */
export const PAGES = {
  ...ADD,
  ...DEVICES,
  ...EXERCISES,
  ...QUESTIONNAIRE,
  ...SAFETY,
  ...SETTINGS,
  ...START,
};

/** What `core` says on them. */
export const CORE: RestCore = { questions: QUESTIONS_EN };
