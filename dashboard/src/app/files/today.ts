export { default as Plan } from "../../pages/plan/plan.tsx";
export { default as Rules } from "../../pages/rules/rules.tsx";
export { default as Today } from "../../pages/today/today.tsx";
