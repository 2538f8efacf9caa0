export { default as Devices } from "../../pages/devices/devices.tsx";
export { default as Screening } from "../../pages/screening/screening.tsx";
export { default as Start } from "../../pages/start/start.tsx";
