export { default as Goodbye } from "../../pages/settings/goodbye.tsx";
export { default as Settings } from "../../pages/settings/settings.tsx";
