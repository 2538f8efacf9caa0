import { useEffect } from "preact/hooks";
import lazy, { ErrorBoundary } from "preact-iso/lazy";
import { LocationProvider, Route, Router, useLocation } from "preact-iso/router";
import { accounts } from "../data/store.ts";
import { t } from "../i18n/t.ts";
import { focusHeading, Page } from "../ui/page.tsx";
import { SCOPE } from "./scope.ts";
import { Shell } from "./shell.tsx";

const Today = lazy(() => import("../pages/today/today.tsx"));
const History = lazy(() => import("../pages/history/history.tsx"));
const Session = lazy(() => import("../pages/session/session.tsx"));
const Devices = lazy(() => import("../pages/devices/devices.tsx"));
const Safety = lazy(() => import("../pages/safety/safety.tsx"));
const Start = lazy(() => import("../pages/start/start.tsx"));
const Screening = lazy(() => import("../pages/screening/screening.tsx"));

/** Pages that anybody may read. */
const OPEN: readonly string[] = ["/start", "/safety"];

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

function Unreachable() {
  return (
    <Page title={t("app.unreachable")}>
      <button type="button" class="button" onClick={() => void accounts.resume()}>
        {t("app.tryAgain")}
      </button>
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
  if (account.kind === "unreachable") return <Unreachable />;
  if (account.kind === "starting" || !mayStay) return <p class="visually-hidden">{t("app.loading")}</p>;
  return (
    <ErrorBoundary>
      <Router onRouteChange={focusHeading}>
        <Route path="/" component={Today} />
        <Route path="/history" component={History} />
        <Route path="/session/:id" component={Session} />
        <Route path="/devices" component={Devices} />
        <Route path="/safety" component={Safety} />
        <Route path="/start" component={Start} />
        <Route path="/screening" component={Screening} />
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
