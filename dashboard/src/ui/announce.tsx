import { signal } from "@preact/signals";

const said = signal("");

/** Says something that has just happened to people who do not see it happen. */
export function announce(text: string): void {
  said.value = "";
  setTimeout(() => {
    said.value = text;
  }, 60);
}

export const Announcer = () => (
  <div class="visually-hidden" role="status">
    {said.value}
  </div>
);
