import { computed, signal } from "@preact/signals";
import { SCOPE } from "./scope.ts";

const here = (): string => location.pathname + location.search;
const address = signal(here());
/** Whether the address shown was gone to; not so on the way back, or in place of another. */
let forward = false;

export const cameForward = (): boolean => forward;

/** Goes to a page of the dashboard. @param instead in place of this one: there is no way back to it */
export function route(to: string, instead = false): void {
  if (instead) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  forward = !instead;
  address.value = here();
}

const place = computed(() => {
  const { pathname, searchParams } = new URL(address.value, location.origin);
  const query: Readonly<Record<string, string>> = Object.fromEntries(searchParams);
  return { path: pathname.replace(/\/+$/, "") || "/", query, route };
});

/** Where this page is, and the way elsewhere; who asks is shown anew when it changes. */
export const useLocation = () => place.value;

/** A plain click on a link to a page of ours, which needs nothing fetched but that page. */
function pageClicked(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  const link = event.composedPath().find((part): part is HTMLAnchorElement => part instanceof HTMLAnchorElement);
  if (link === undefined || link.origin !== location.origin || link.target !== "" || link.download !== "") return null;
  if (link.hash !== "" || !SCOPE.test(link.pathname)) return null;
  return link.pathname + link.search;
}

/** From now on links and the browser's back and forward lead from page to page without loading the site anew. */
export function followLinks(): void {
  window.addEventListener("click", (event) => {
    const to = pageClicked(event);
    if (to === null) return;
    event.preventDefault();
    route(to);
  });
  window.addEventListener("popstate", () => {
    forward = false;
    address.value = here();
  });
}
