import { MODULES } from "../catalogue/index.ts";
import type { Context } from "../context.ts";
import { SimulatorError } from "../errors.ts";
import type { Hardware } from "../hardware.ts";
import type { Store } from "../store.ts";
import { strictModule } from "../strict.ts";
import type { WidgetTree } from "../widgets.ts";
import {
  appModule,
  appServiceModule,
  notificationModule,
  pageModule,
  type Runtime,
  routerModule,
  TransferFile,
} from "./app.ts";
import { fsModule } from "./files.ts";
import { type InputHandlers, interactionModule, uiModule } from "./interface.ts";
import { sensorModule } from "./sensor.ts";
import { storageModule } from "./storage.ts";
import { alarmModule, bleModule, deviceModules, displayModule } from "./system.ts";
import { timerModule, utilsModule } from "./utils.ts";

export type ModuleParts = {
  hardware: Hardware;
  context: Context;
  runtime: Runtime;
  /** Widgets of the page; null in the app and in services. */
  tree: WidgetTree | null;
  input: InputHandlers;
  session: Store;
  setRelaunch(relaunch: boolean): void;
};

/** The `__$$R$$__` of one context: gives a module by name, or throws when there is none. */
export function moduleRegistry(parts: ModuleParts): (name: string) => unknown {
  const { hardware, context } = parts;
  const implementations = implementationsOf(parts);
  const device = deviceModules(hardware);
  const made = new Map<string, unknown>([["@zos/ble/TransferFile", TransferFile]]);

  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const spec = MODULES.get(name);
    const implementation = implementations[name]?.() ?? device[name];
    if (spec === undefined || implementation === undefined) {
      const error = new SimulatorError("unknown", `There is no module ${name}.`);
      context.violation(error);
      throw error;
    }
    const module = strictModule(spec, implementation, context);
    made.set(name, module);
    return module;
  };
}

function implementationsOf(parts: ModuleParts): Record<string, () => Record<string, unknown>> {
  const { hardware, context, runtime, tree, input, session, setRelaunch } = parts;
  return {
    "@zos/alarm": () => alarmModule(hardware),
    "@zos/app": () => appModule(hardware, context, runtime),
    "@zos/app-service": () => appServiceModule(runtime, context),
    "@zos/ble": () => bleModule(hardware, context),
    "@zos/display": () => displayModule(hardware, context, setRelaunch),
    "@zos/fs": () => fsModule(hardware, context),
    "@zos/interaction": () => interactionModule(hardware, context, input),
    "@zos/notification": () => notificationModule(hardware),
    "@zos/page": pageModule,
    "@zos/router": () => routerModule(runtime),
    "@zos/sensor": () => sensorModule(hardware, context),
    "@zos/storage": () => storageModule(hardware, session),
    "@zos/timer": () => timerModule(context),
    "@zos/ui": () => uiModule(tree, hardware.variant),
    "@zos/utils": () => utilsModule(hardware, context),
  };
}
