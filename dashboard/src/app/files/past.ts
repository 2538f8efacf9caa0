export { default as History } from "../../pages/history/history.tsx";
export { default as Trends } from "../../pages/trends/trends.tsx";
