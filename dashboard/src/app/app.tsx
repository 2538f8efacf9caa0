import type { ComponentType } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { accounts } from "../data/store.ts";
import { speakWhole } from "../i18n/languages.ts";
import { t } from "../i18n/t.ts";
import { focusHeading, Page } from "../ui/page.tsx";
import { cameForward, useLocation } from "./location.ts";
import { Shell } from "./shell.tsx";

/** `id`: what the address names, for a page that shows one of many. */
type PageComponent = ComponentType<{ readonly id: string }>;
type Load = () => Promise<PageComponent>;

// Pages that one visit opens together share a file: one of 6 KB compresses far better than ten small ones.
const today = () => import("./files/today.ts");
const past = () => import("./files/past.ts");
const settings = () => withWords(import("./files/settings.ts"));
const start = () => withWords(import("./files/start.ts"));
const more = () => withWords(import("./files/more.ts"));

/** A file of pages that say more than the words of every day. */
const withWords = async <File,>(file: Promise<File>): Promise<File> => (await Promise.all([file, speakWhole()]))[0];

const PAGES: Readonly<Record<string, Load>> = {
  "/": () => today().then(({ Today }) => Today),
  "/plan": () => today().then(({ Plan }) => Plan),
  "/rules": () => today().then(({ Rules }) => Rules),
  "/history": () => past().then(({ History }) => History),
  "/trends": () => past().then(({ Trends }) => Trends),
  "/devices": () => start().then(({ Devices }) => Devices),
  "/start": () => start().then(({ Start }) => Start),
  "/screening": () => start().then(({ Screening }) => Screening),
  "/settings": () => settings().then(({ Settings }) => Settings),
  "/goodbye": () => settings().then(({ Goodbye }) => Goodbye),
  "/add": () => more().then(({ Add }) => Add),
  "/questions": () => more().then(({ Questionnaire }) => Questionnaire),
  "/exercises": () => more().then(({ Exercises }) => Exercises),
  "/safety": () => more().then(({ Safety }) => Safety),
};
const SESSION = /^\/session\/([^/]+)$/;
const session: Load = () => import("./files/session.ts").then(({ Session }) => Session);

const pageAt = (path: string): Load => (SESSION.test(path) ? session : (PAGES[path] ?? (async () => NotFound)));

/** Fetches the page of an address while the sign-in is still being looked up. */
export function preload(path: string): void {
  void pageAt(path)().catch(() => undefined);
}

/** Pages that anybody may read. */
const OPEN: readonly string[] = ["/start", "/safety", "/exercises", "/goodbye"];

function Gone() {
  return (
    <Page title={t("app.failed")} sub={t("app.gone")}>
      <p>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t("app.reload")}
        </button>
      </p>
    </Page>
  );
}

function NotFound() {
  return (
    <Page title={t("app.notFound")} sub={t("app.notFoundText")}>
      <p>
        <a class="button" href="/">
          {t("app.toToday")}
        </a>
      </p>
    </Page>
  );
}

type Shown = { readonly path: string; readonly component: PageComponent };

/** The page of an address, once it is there; until then the one before. */
function useShown(path: string): Shown | null {
  const [shown, show] = useState<Shown | null>(null);
  useLayoutEffect(() => {
    let wanted = true;
    // A page that cannot be fetched is usually one of a version that is gone: the person is told, instead of left waiting.
    const loaded = pageAt(path)().catch(() => Gone);
    void loaded.then((component) => wanted && show({ path, component }));
    return () => {
      wanted = false;
    };
  }, [path]);
  return shown;
}

function OpenPage({ path }: { readonly path: string }) {
  const shown = useShown(path);
  const last = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (shown === null || shown.path === last.current) return;
    if (last.current !== null) {
      if (cameForward()) scrollTo(0, 0);
      focusHeading();
    }
    last.current = shown.path;
  }, [shown]);
  if (shown === null) return <Waiting />;
  const { path: at, component: Component } = shown;
  return <Component id={SESSION.exec(at)?.[1] ?? ""} />;
}

/** The style sheet shows it, and the footer, only when there is something to wait for. */
const Waiting = () => <p class="waiting">{t("app.loading")}</p>;

/** Which page, once it is known who is there. */
function Pages() {
  const { path, route } = useLocation();
  const account = accounts.account.value;
  const mayStay = account.kind !== "out" || OPEN.includes(path);
  useEffect(() => {
    if (!mayStay) route("/start", true);
  }, [mayStay]);
  if (account.kind === "starting" || !mayStay) return <Waiting />;
  return <OpenPage path={path} />;
}

export const App = () => (
  <Shell>
    <Pages />
  </Shell>
);
