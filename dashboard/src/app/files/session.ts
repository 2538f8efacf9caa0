export { default as Session } from "../../pages/session/session.tsx";
