import type { ComponentChildren } from "preact";
import { Summary } from "../../../core/contract/api.ts";
import { accounts, fleeting, outbox, signOut, useResource } from "../data/store.ts";
import { t } from "../i18n/t.ts";
import { Announcer } from "../ui/announce.tsx";
import {
  HistoryIcon,
  Logo,
  PlanIcon,
  SafetyIcon,
  SettingsIcon,
  TodayIcon,
  TrendsIcon,
  WatchIcon,
} from "../ui/icons.tsx";
import { DEMO } from "./demo.ts";
import { useLocation } from "./location.ts";
import { newer, takeOver } from "./offline.ts";

const LINKS = [
  { path: "/", key: "nav.today", icon: TodayIcon },
  { path: "/plan", key: "nav.plan", icon: PlanIcon },
  { path: "/history", key: "nav.history", icon: HistoryIcon },
  { path: "/trends", key: "nav.trends", icon: TrendsIcon },
  { path: "/devices", key: "nav.devices", icon: WatchIcon },
  { path: "/safety", key: "nav.safety", icon: SafetyIcon },
] as const;

const isCurrent = (path: string, link: string): boolean =>
  link === "/"
    ? path === "/"
    : path.startsWith(link) ||
      (link === "/history" && (path.startsWith("/session") || path === "/add")) ||
      (link === "/plan" && path === "/rules");

function Nav() {
  const { path } = useLocation();
  return (
    <nav class="nav" aria-label={t("app.nav")}>
      {LINKS.map(({ path: link, key, icon: Icon }) => (
        <a key={link} href={link} aria-current={isCurrent(path, link) ? "page" : undefined}>
          <Icon />
          <span>{t(key)}</span>
        </a>
      ))}
    </nav>
  );
}

const Gear = ({ current }: { readonly current: boolean }) => (
  <a class="gear" href="/settings" aria-label={t("settings.title")} aria-current={current ? "page" : undefined}>
    <SettingsIcon />
  </a>
);

function SignedIn() {
  const account = accounts.account.value;
  if (account.kind !== "in") return null;
  return (
    <p class="signed-in">
      <span>{t("app.signedInAs", account.person.name)}</span>
      <button type="button" class="link" onClick={() => void signOut()}>
        {t("app.signOut")}
      </button>
    </p>
  );
}

/** Said once, above every page, as long as the service does not answer. */
function Connection() {
  const { error } = useResource("/v1/summary", Summary);
  const waiting = outbox.waiting.value.length;
  return (
    <div role="status">
      {error?.code === "offline" ? <p class="banner">{t("app.offline")}</p> : null}
      {error?.code === "outdated" ? <p class="banner">{t("error.outdated")}</p> : null}
      {waiting > 0 ? (
        <p class="banner">
          {t("app.waiting", waiting)} {t(fleeting.value ? "app.waitingHere" : "app.waitingKept")}
        </p>
      ) : null}
      {newer.value === null ? null : (
        <p class="banner">
          {t("app.newer")}{" "}
          <button type="button" class="link" onClick={takeOver}>
            {t("app.reload")}
          </button>
        </p>
      )}
    </div>
  );
}

export function Shell({ children }: { readonly children: ComponentChildren }) {
  const { path } = useLocation();
  const signedIn = accounts.account.value.kind === "in";
  // Setting up is one way through: nothing beside it to get lost in.
  const withNav = signedIn && path !== "/start";
  return (
    <>
      <a class="skip" href="#main">
        {t("app.skip")}
      </a>
      <header class="top">
        <a class="brand" href="/">
          <Logo />
          {t("app.name")}
        </a>
        {withNav ? <Nav /> : null}
        {withNav ? <Gear current={path === "/settings"} /> : null}
      </header>
      <main id="main" tabIndex={-1}>
        {DEMO ? <p class="banner">{t("app.demo")}</p> : null}
        {signedIn ? <Connection /> : null}
        {children}
      </main>
      <footer class="foot">
        <p>
          {t("app.notMedical")} <a href="/safety">{t("nav.safety")}</a>
        </p>
        <SignedIn />
      </footer>
      <Announcer />
    </>
  );
}
