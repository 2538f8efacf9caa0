import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type SimulatedWatch, type StartOptions, startWatch } from "./index.ts";

/** A small package for tests of the host: the body of each script, as an author writes it after its imports. */
export type Fixture = {
  app?: string;
  pages: Record<string, string>;
  services?: Record<string, string>;
  cards?: Record<string, string>;
  side?: string;
  setting?: string;
  permissions?: string[];
};

const BARE_APP = "App({ globalData: {}, onCreate() {}, onDestroy() {} })";

/** zpm's wrapper, shortened to what the host meets: hooks, the scope it runs `with`, and errors only logged. */
function wrapped(kind: "app" | "module", register: string): string {
  const holder = kind === "app" ? "currentApp" : "currentApp.current";
  const target = kind === "app" ? "__$$app$$__.app" : "__$$module$$__.module";
  return `try { (() => {
    const { beforeAppCreate = () => {} } = DeviceRuntimeCore.LifeCycle;
    beforeAppCreate();
    const __$$G$$__ = __$$hmAppManager$$__.${holder}.__globals__.__$$G$$__;
    !function (context) { with (context) {
      const __$$RQR$$__ = __$$R$$__;
      const require = __$$RQR$$__;
      ${target} = ${register};
    } }.bind(__$$G$$__)(__$$G$$__);
  })(); } catch (e) { console.log('Mini Program Error', e); }`;
}

/** Writes the package to a folder of its own and returns that folder. */
function writeFixture({
  app = BARE_APP,
  pages,
  services = {},
  cards = {},
  side,
  setting,
  permissions = [],
}: Fixture): string {
  const folder = mkdtempSync(join(tmpdir(), "backstride-fixture-"));
  const put = (path: string, text: string) => {
    const file = join(folder, "round-480", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const appJson = {
    app: { appId: 1, appName: "Fixture", version: { name: "1.0.0" } },
    permissions,
    designWidth: 480,
    defaultLanguage: "en-US",
    i18n: { "en-US": { appName: "Fixture" } },
    module: {
      page: { pages: Object.keys(pages) },
      "app-service": { services: Object.keys(services) },
      "app-widget": { widgets: Object.keys(cards).map((path) => ({ path })) },
    },
  };
  put("device/app.json", JSON.stringify(appJson));
  put("device/app.js", wrapped("app", app));
  for (const [name, body] of Object.entries({ ...pages, ...services, ...cards }))
    put(`device/${name}.js`, wrapped("module", body));
  put("phone/app-side.js", side ?? "AppSideService({ onInit() {}, onRun() {}, onDestroy() {} })");
  put("phone/setting.js", setting ?? "AppSettingsPage({ build() { return View({}, []); } })");
  const variant = {
    id: "round-480",
    shape: "round",
    width: 480,
    height: 480,
    models: ["Amazfit Balance"],
    base: "round-480/",
    device: { appJson: "device/app.json", files: ["device/app.json"] },
    phone: { side: "phone/app-side.js", setting: "phone/setting.js" },
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ app: {}, variants: [variant] }));
  return folder;
}

/** Early on a fixed day, long before any real now. */
export const FIXTURE_START = Date.UTC(2026, 0, 5, 6, 0, 0);

/** Starts a watch on a fixture; its folder goes when the watch stops. */
export async function startFixture(fixture: Fixture, options: Partial<StartOptions> = {}): Promise<SimulatedWatch> {
  const packageDir = writeFixture(fixture);
  const watch = await startWatch({
    packageDir,
    variant: "round-480",
    clockStartMs: FIXTURE_START,
    fetch: async () => ({ status: 404, statusText: "Not Found", headers: {}, body: "" }),
    ...options,
  });
  return {
    ...watch,
    stop: async () => {
      await watch.stop();
      rmSync(packageDir, { recursive: true, force: true });
    },
  };
}
