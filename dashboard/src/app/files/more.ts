export { default as Add } from "../../pages/add/add.tsx";
export { default as Exercises } from "../../pages/evidence/exercises.tsx";
export { default as Questionnaire } from "../../pages/questionnaire/questionnaire.tsx";
export { default as Safety } from "../../pages/safety/safety.tsx";
