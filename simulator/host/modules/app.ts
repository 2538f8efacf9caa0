import type { Context } from "../context.ts";
import type { Hardware } from "../hardware.ts";
import type { Move } from "../page-stack.ts";
import { EventBus } from "./utils.ts";

/** What the app as a whole offers its contexts: navigation, messages between them, background services. */
export type Runtime = {
  readonly messages: EventBus;
  navigate(how: Move, url?: string, params?: unknown): void;
  startService(file: string, param: string): number;
  stopService(file: string): boolean;
  services(): string[];
};

const GRANTED = 2;

/** `@zos/app`. Background running counts as granted: the wearer we simulate says yes. */
export function appModule(hardware: Hardware, context: Context, runtime: Runtime): Record<string, unknown> {
  const { appJson } = hardware.loaded;
  return {
    SCENE_APP: 1,
    SCENE_WATCHFACE: 2,
    SCENE_SETTINGS: 3,
    SCENE_AOD: 4,
    getScene: () => 1,
    getPackageInfo: () => ({ ...appJson.app, name: appJson.app.appName }),
    queryPermission: ({ permissions }: { permissions: string[] }) => permissions.map(() => GRANTED),
    requestPermission: () => GRANTED,
    onMessage: (name: string, listener: (name: string, ...data: unknown[]) => void) => {
      const heard = (...data: unknown[]) => void context.run("message", () => listener(name, ...data));
      runtime.messages.on(name, heard);
      context.onEnd(() => runtime.messages.off(name, heard));
    },
    offMessage: (name: string) => runtime.messages.off(name),
    postMessage: (name: string, ...data: unknown[]) => runtime.messages.emit(name, ...data),
  };
}

/** `@zos/router`. */
export function routerModule(runtime: Runtime): Record<string, unknown> {
  return {
    push: ({ url, params }: { url: string; params?: unknown }) => runtime.navigate("push", url, params),
    replace: ({ url, params }: { url: string; params?: unknown }) => runtime.navigate("replace", url, params),
    back: () => runtime.navigate("back"),
    home: () => runtime.navigate("home"),
    exit: () => runtime.navigate("exit"),
  };
}

type ServiceOption = { file?: string; url?: string; param?: string; complete_func?: (answer: object) => void };

/** `@zos/app-service`. Samples and zml say `url` where the documentation says `file`. */
export function appServiceModule(runtime: Runtime, context: Context): Record<string, unknown> {
  const fileOf = ({ file, url }: ServiceOption) => file ?? url ?? "";
  return {
    start: (option: ServiceOption) => {
      const code = runtime.startService(fileOf(option), option.param ?? "");
      option.complete_func?.({ file: fileOf(option), result: code === 0 });
      return code;
    },
    stop: (option: ServiceOption) => {
      const result = runtime.stopService(fileOf(option));
      option.complete_func?.({ file: fileOf(option), result });
      return result ? 0 : 1;
    },
    getAllAppServices: () => runtime.services(),
    exit: () => runtime.stopService(context.file),
  };
}

/** `@zos/notification`: shown in the event log only. */
export function notificationModule(hardware: Hardware): Record<string, unknown> {
  const ids: number[] = [];
  return {
    notify: ({ title, content }: { title: string; content: string }) => {
      const value = `${title} — ${content}`;
      hardware.events.add("app", `Notification: ${value}`, { code: "notified", value });
      ids.push(ids.length + 1);
      return ids.length;
    },
    cancel: (id: number) => ids.splice(ids.indexOf(id), 1),
    getAllNotifications: () => [...ids],
  };
}

/** `@zos/page`: pages scroll freely, as far as their widgets reach. */
export function pageModule(): Record<string, unknown> {
  return {
    SCROLL_MODE_FREE: 0,
    scrollTo: () => undefined,
    getScrollTop: () => 0,
    setScrollMode: () => 0,
    setScrollLock: () => undefined,
  };
}

/** `@zos/ble/TransferFile`: the messaging library makes one at start; nothing is ever sent with it. */
export class TransferFile {
  readonly inbox = new EventBox();
  readonly outbox = {
    enqueueFile: () => {
      throw new Error("File transfer is not simulated.");
    },
  };
  getInbox = () => this.inbox;
  getOutbox = () => this.outbox;
}

class EventBox extends EventBus {
  getNextFile(): null {
    return null;
  }
}
