import { render } from "preact";
import { App } from "./app.tsx";
import { speak } from "./i18n/languages.ts";

// Without its file the page stays in English, which came along.
await speak().catch(() => undefined);
const root = document.getElementById("app");
if (root !== null) render(<App />, root);
