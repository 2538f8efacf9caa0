import type { ContextKind } from "./catalogue/index.ts";
import { Context } from "./context.ts";
import { SimulatorError } from "./errors.ts";
import { contextGlobals, type SharedApp } from "./globals.ts";
import { type Hardware, noteViolation } from "./hardware.ts";
import { type ModuleParts, moduleRegistry } from "./modules/index.ts";

/** What a context is given besides the hardware. */
export type LoadParts = Omit<ModuleParts, "hardware" | "context"> & { shared: SharedApp };

let nextModuleId = 1;

/** Makes a context of the package and runs its script, so that it has registered itself. */
export async function loadContext(
  hardware: Hardware,
  kind: ContextKind,
  file: string,
  { shared, ...parts }: LoadParts,
): Promise<Context> {
  const script = kind === "app" ? "app.js" : `${file}.js`;
  const context = new Context({
    kind,
    file,
    apiLevel: hardware.apiLevel,
    permissions: new Set(hardware.loaded.appJson.permissions),
    clock: hardware.clock,
    drift: () => hardware.timerDrift,
    lateMs: () => hardware.timerLateMs(),
    onError: (text) => hardware.events.add("error", text),
    onViolation: (error) => noteViolation(hardware, error),
  });
  context.realm = await hardware.platform.createRealm(`${kind} ${file}`);
  const registry = moduleRegistry({ hardware, context, ...parts });
  contextGlobals({ hardware, context, registry, shared, id: nextModuleId++ });
  await context.realm.load(`device/${script}`);
  if (context.instance === null) {
    noteViolation(hardware, new SimulatorError("package", `${script} did not register itself; see the log.`));
  }
  return context;
}
