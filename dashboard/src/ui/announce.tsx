import { signal } from "@preact/signals";

const said = signal("");
/** Time to read it, in milliseconds. */
const SHOWN_MS = 8000;
let timer: ReturnType<typeof setTimeout>;

/** Says what has just happened, for a while: in sight, and to people who do not see it happen. */
export function announce(text: string): void {
  said.value = "";
  clearTimeout(timer);
  timer = setTimeout(() => {
    said.value = text;
    timer = setTimeout(() => {
      said.value = "";
    }, SHOWN_MS);
  }, 60);
}

export const Announcer = () => (
  <div class="said" role="status">
    {said.value}
  </div>
);
