import { QUESTIONS_ZH } from "../../../../core/text/zh/questions.ts";
import type { PAGES as EN } from "../en/rest.ts";
import type { Like } from "../message.ts";
import type { RestCore } from "../t.ts";
import { ADD } from "./add.ts";
import { DEVICES } from "./devices.ts";
import { EXERCISES } from "./exercises.ts";
import { QUESTIONNAIRE } from "./questionnaire.ts";
import { SAFETY } from "./safety.ts";
import { SETTINGS } from "./settings.ts";
import { START } from "./start.ts";

export const PAGES: Like<typeof EN> = {
  ...ADD,
  ...DEVICES,
  ...EXERCISES,
  ...QUESTIONNAIRE,
  ...SAFETY,
  ...SETTINGS,
  ...START,
};

export const CORE: RestCore = { questions: QUESTIONS_ZH };
