// The watch around the packaged scripts, inside QuickJS: classic script, no import. `host` is what Node gives (quickjs.ts).
// Only what the app and the session page touch is here; the strict simulator is what judges their use of the platform.
(() => {
  const tooNew = {
    Object: ["hasOwn", "groupBy"],
    Map: ["groupBy"],
    Array: ["fromAsync"],
    Promise: ["any", "withResolvers", "try"],
    "Array.prototype": ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"],
    "String.prototype": ["at", "replaceAll", "isWellFormed", "toWellFormed"],
    "Uint8Array.prototype": ["toBase64", "toHex"],
  };
  for (const [owner, names] of Object.entries(tooNew)) {
    const target = owner.split(".").reduce((found, part) => found[part], globalThis);
    for (const name of names) Reflect.deleteProperty(target, name);
  }
  for (const name of [
    "WeakRef",
    "FinalizationRegistry",
    "AggregateError",
    "Iterator",
    "Atomics",
    "SharedArrayBuffer",
  ]) {
    Reflect.deleteProperty(globalThis, name);
  }
  for (const name of ["BigInt", "BigInt64Array", "BigUint64Array", "queueMicrotask", "structuredClone"]) {
    Reflect.deleteProperty(globalThis, name);
  }

  const { host } = globalThis;
  const now = () => host.now();
  Date.now = now;

  const bytesOf = (text) => {
    const bytes = new Uint8Array(text.length);
    for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
    return bytes.buffer;
  };
  const textOf = (buffer) => {
    const bytes = new Uint8Array(buffer);
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  };

  const opened = {};
  let lastFd = 2;
  const fs = {
    O_RDONLY: 0,
    O_WRONLY: 1,
    O_APPEND: 1024,
    O_CREAT: 64,
    readFileSync: ({ path }) => {
      const text = host.read(path);
      return text === undefined ? undefined : bytesOf(text);
    },
    writeFileSync: ({ path, data }) => host.write(path, textOf(data)),
    openSync: ({ path }) => {
      lastFd += 1;
      opened[lastFd] = path;
      return lastFd;
    },
    writeSync: ({ fd, buffer }) => {
      host.append(opened[fd], textOf(buffer));
      return buffer.byteLength;
    },
    closeSync: ({ fd }) => Reflect.deleteProperty(opened, fd),
    rmSync: ({ path }) => host.remove(path),
    mkdirSync: () => 0,
    readdirSync: () => [],
  };

  const buttons = [];
  const widgetOf = (type, props) => {
    const widget = { type, setProperty: () => undefined, addEventListener: () => undefined };
    if (props?.click_func) buttons.push(props);
    return widget;
  };
  const constants = new Proxy({}, { get: (_, key) => key });
  const ui = { createWidget: widgetOf, deleteWidget: () => undefined, widget: constants, prop: constants };

  const beats = [];
  const sensor = {
    checkSensor: () => true,
    Vibrator: class {
      start() {
        host.vibrate();
      }
      stop() {}
      getType() {
        return { GENTLE_SHORT: 101, STRONG_SHORT: 102, CONTINUOUS: 109, PAUSE: 110, URGENT: 108 };
      }
    },
    HeartRate: class {
      onCurrentChange(callback) {
        beats.push(callback);
      }
      offCurrentChange() {}
      getCurrent() {
        return host.heartRate();
      }
      getLast() {
        return host.heartRate();
      }
    },
    Step: class {
      getCurrent() {
        return host.steps();
      }
      onChange() {}
      offChange() {}
    },
    Battery: class {
      getCurrent() {
        return 80;
      }
    },
  };

  class Bus {
    on() {}
    off() {}
    once() {}
    emit() {}
    clear() {}
    count() {
      return 0;
    }
  }
  const logger = { log() {}, info() {}, warn() {}, error() {}, debug() {} };
  const given = {
    "@zos/fs": fs,
    "@zos/ui": ui,
    "@zos/sensor": sensor,
    "@zos/utils": { log: { getLogger: () => logger }, EventBus: Bus },
    "@zos/i18n": { getText: (key) => key },
    "@zos/device": {
      SCREEN_SHAPE_ROUND: 1,
      getDeviceInfo: () => ({ width: 480, height: 480, screenShape: 1, deviceName: "QuickJS" }),
    },
    "@zos/app": { getPackageInfo: () => ({ appId: 1, name: "Backstride", version: { name: "0" } }) },
    "@zos/alarm": { set: () => 1, cancel: () => true, getAllAlarms: () => [] },
    "@zos/router": { replace: ({ url }) => host.go(url), push: () => undefined, back: () => undefined },
  };

  const timers = [];
  let lastTimer = 0;
  const setTimeout = (run, ms) => {
    lastTimer += 1;
    timers.push({ id: lastTimer, at: now() + (ms || 0), run });
    return lastTimer;
  };
  const clearTimeout = (id) => {
    const index = timers.findIndex((timer) => timer.id === id);
    if (index >= 0) timers.splice(index, 1);
  };
  given["@zos/timer"] = { setTimeout, clearTimeout };

  class TransferFile {
    constructor() {
      this.inbox = new Bus();
      this.outbox = new Bus();
    }
    getInbox() {
      return this.inbox;
    }
    getOutbox() {
      return this.outbox;
    }
  }
  given["@zos/ble/TransferFile"] = TransferFile;
  given["@zos/ble/TransferFile"].default = TransferFile;

  /** Names of a module that nothing here needs: constants are numbers, functions do nothing. */
  const filled = (module) =>
    new Proxy(module, {
      has: () => true,
      get: (target, key) => {
        if (key === "default") return filled(target);
        if (key in target) return target[key];
        return /^[A-Z0-9_]+$/.test(String(key)) ? 1 : () => undefined;
      },
    });

  let app = null;
  let page = null;
  const scope = {
    console: { log: (...parts) => host.log(parts.map(String).join(" ")) },
    setTimeout,
    clearTimeout,
    setInterval: setTimeout,
    clearInterval: clearTimeout,
    // The messaging library names it when it loads; with no phone in reach nothing is ever sent.
    Buffer: class Buffer extends Uint8Array {
      static alloc(length) {
        return new Buffer(length);
      }
    },
    getApp: () => app,
    getCurrentPage: () => page,
    App: (options) => Object.assign(options, { _options: options }),
    Page: (options) => Object.assign(options, { _options: options }),
    AppService: (options) => options,
    __$$R$$__: (name) => (typeof given[name] === "function" ? given[name] : filled(given[name] || {})),
    __$$app$$__: { app: null, __globals__: { __scopedGlobals__: {} } },
    __$$module$$__: { id: 1, module: null },
    module: { exports: {} },
  };
  // A with-scope on the real global object: what is missing there is missing for the package too.
  Object.setPrototypeOf(scope, globalThis);
  scope.globalThis = scope;
  const holder = { __globals__: { __$$G$$__: scope } };
  Object.assign(globalThis, {
    console: scope.console,
    DeviceRuntimeCore: { LifeCycle: {}, HmLogger: null },
    __$$hmAppManager$$__: { currentApp: { ...holder, current: holder } },
  });

  globalThis.startApp = () => {
    app = scope.__$$app$$__.app;
    app.onCreate("");
  };
  globalThis.startPage = () => {
    page = scope.__$$module$$__.module;
    if (page.onInit) page.onInit("");
    if (page.build) page.build();
  };
  globalThis.closePage = () => {
    timers.length = 0;
    page.onDestroy();
  };
  /** The app service's one run. */
  globalThis.startService = () => scope.__$$module$$__.module.onInit("");
  globalThis.beat = () => {
    for (const callback of beats) callback();
  };
  /** When the next timer is due; -1 for none. */
  globalThis.nextAt = () => timers.reduce((least, { at }) => (least < 0 || at < least ? at : least), -1);
  globalThis.runDue = () => {
    const at = globalThis.nextAt();
    const index = timers.findIndex((timer) => timer.at === at);
    if (index >= 0 && at <= now()) timers.splice(index, 1)[0].run();
  };
})();
