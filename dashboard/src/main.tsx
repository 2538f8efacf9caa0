import { render } from "preact";
import { App, preload } from "./app/app.tsx";
import { keepLetters } from "./app/letters.ts";
import { followLinks } from "./app/location.ts";
import { keepPages } from "./app/offline.ts";
import { firstWords, keepLanguage } from "./app/speech.ts";
import { wake } from "./app/wake.ts";
import "./styles/index.css";

/** The first seconds of a visit belong to what the person came for. */
const KEEP_AFTER_MS = 3000;

const root = document.getElementById("app");

async function open(into: HTMLElement): Promise<void> {
  const words = firstWords();
  preload(location.pathname);
  followLinks();
  wake();
  await words;
  keepLanguage();
  keepLetters();
  render(<App />, into);
  // Without it the pages need a network; a browser that refuses has nothing else to lose.
  setTimeout(() => void keepPages().catch(() => undefined), KEEP_AFTER_MS);
}

/** Without any words there is one thing left to offer, in no language. */
function Wordless() {
  return (
    <p class="waiting">
      <a href={location.href}>Backstride ↻</a>
    </p>
  );
}

if (root !== null) void open(root).catch(() => render(<Wordless />, root));
