import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import lazy, { ErrorBoundary } from "preact-iso/lazy";
import { exec, LocationProvider, Route, Router, useLocation } from "preact-iso/router";
import { accounts } from "../data/store.ts";
import { t } from "../i18n/t.ts";
import { focusHeading, Page } from "../ui/page.tsx";
import { SCOPE } from "./scope.ts";
import { Shell } from "./shell.tsx";

/** A page that cannot be fetched is usually one of a version that is gone: the person is told, instead of left waiting. */
const page = (load: () => Promise<{ default: ComponentType }>) => lazy(() => load().catch(() => ({ default: Gone })));

const PAGES = [
  { path: "/", component: page(() => import("../pages/today/today.tsx")) },
  { path: "/plan", component: page(() => import("../pages/plan/plan.tsx")) },
  { path: "/rules", component: page(() => import("../pages/rules/rules.tsx")) },
  { path: "/history", component: page(() => import("../pages/history/history.tsx")) },
  { path: "/trends", component: page(() => import("../pages/trends/trends.tsx")) },
  { path: "/questions", component: page(() => import("../pages/questionnaire/questionnaire.tsx")) },
  { path: "/exercises", component: page(() => import("../pages/evidence/exercises.tsx")) },
  { path: "/add", component: page(() => import("../pages/add/add.tsx")) },
  { path: "/session/:id", component: page(() => import("../pages/session/session.tsx")) },
  { path: "/devices", component: page(() => import("../pages/devices/devices.tsx")) },
  { path: "/settings", component: page(() => import("../pages/settings/settings.tsx")) },
  { path: "/goodbye", component: page(() => import("../pages/settings/goodbye.tsx")) },
  { path: "/safety", component: page(() => import("../pages/safety/safety.tsx")) },
  { path: "/start", component: page(() => import("../pages/start/start.tsx")) },
  { path: "/screening", component: page(() => import("../pages/screening/screening.tsx")) },
] as const;

/** Fetches the page of an address while the sign-in is still being looked up. */
export function preload(path: string): void {
  void PAGES.find((page) => exec(path, page.path) !== undefined)?.component.preload();
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

/** Which page, once it is known who is there. */
function Pages() {
  const { path, route } = useLocation();
  const account = accounts.account.value;
  const mayStay = account.kind !== "out" || OPEN.includes(path);
  useEffect(() => {
    if (!mayStay) route("/start", true);
  }, [mayStay]);
  if (account.kind === "starting" || !mayStay) return <p class="waiting">{t("app.loading")}</p>;
  return (
    <ErrorBoundary>
      <Router onRouteChange={focusHeading}>
        {PAGES.map((page) => (
          <Route key={page.path} path={page.path} component={page.component} />
        ))}
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  );
}

export const App = () => (
  <LocationProvider scope={SCOPE}>
    <Shell>
      <Pages />
    </Shell>
  </LocationProvider>
);
