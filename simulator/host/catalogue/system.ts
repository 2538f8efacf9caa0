import { entriesOf, type ModuleSpec, members, UNDOCUMENTED } from "./types.ts";

const alarmOf = entriesOf("alarm", "3.0");
const ALARM = { permission: "device:os.alarm" };

const alarm: ModuleSpec = {
  name: "@zos/alarm",
  entries: {
    set: alarmOf.fn("set", ALARM),
    cancel: alarmOf.fn("cancel", ALARM),
    getAllAlarms: alarmOf.fn("getAllAlarms", ALARM),
    ...alarmOf.constants("set", "REPEAT_ONCE REPEAT_MINUTE REPEAT_HOUR REPEAT_DAY REPEAT_WEEK"),
  },
};

const appOf = entriesOf("app", "2.0");
const app: ModuleSpec = {
  name: "@zos/app",
  entries: {
    getPackageInfo: appOf.fn("getPackageInfo"),
    getScene: appOf.fn("getScene"),
    queryPermission: appOf.fn("queryPermission", { level: "3.0" }),
    requestPermission: appOf.fn("requestPermission", { level: "3.0", inService: false }),
    onMessage: appOf.fn("onMessage", { page: UNDOCUMENTED }),
    offMessage: appOf.fn("offMessage", { page: UNDOCUMENTED }),
    postMessage: appOf.fn("postMessage", { page: UNDOCUMENTED }),
    ...appOf.constants("getScene", "SCENE_APP SCENE_WATCHFACE SCENE_SETTINGS SCENE_AOD"),
  },
};

const serviceOf = entriesOf("app-service", "3.0");
const BACKGROUND = { permission: "device:os.bg_service" };
const appService: ModuleSpec = {
  name: "@zos/app-service",
  entries: {
    start: serviceOf.fn("start", BACKGROUND),
    stop: serviceOf.fn("stop", BACKGROUND),
    getAllAppServices: serviceOf.fn("getAllAppServices", BACKGROUND),
    exit: serviceOf.fn("exit", BACKGROUND),
  },
};

const bleOf = entriesOf("ble", "2.0");
const ble: ModuleSpec = {
  name: "@zos/ble",
  entries: Object.fromEntries(
    ["createConnect", "disConnect", "send", "connectStatus", "addListener", "removeListener"].map((name) => [
      name,
      bleOf.fn(name),
    ]),
  ),
};

const deviceOf = entriesOf("device", "2.0");
const device: ModuleSpec = {
  name: "@zos/device",
  entries: {
    getDeviceInfo: deviceOf.fn("getDeviceInfo", { permission: "data:os.device.info" }),
    getDiskInfo: deviceOf.fn("getDiskInfo"),
    ...deviceOf.constants("getDeviceInfo", "SCREEN_SHAPE_SQUARE SCREEN_SHAPE_ROUND"),
  },
};

const displayOf = entriesOf("display", "2.0");
const PAGE_ONLY = { inService: false };
const display: ModuleSpec = {
  name: "@zos/display",
  entries: {
    setWakeUpRelaunch: displayOf.fn("setWakeUpRelaunch", PAGE_ONLY),
    setScreenOff: displayOf.fn("setScreenOff", PAGE_ONLY),
    setPageBrightTime: displayOf.fn("setPageBrightTime", PAGE_ONLY),
    resetPageBrightTime: displayOf.fn("resetPageBrightTime", PAGE_ONLY),
    pausePalmScreenOff: displayOf.fn("pausePalmScreenOff", { ...PAGE_ONLY, level: "2.1" }),
    resetPalmScreenOff: displayOf.fn("resetPalmScreenOff", { ...PAGE_ONLY, level: "2.1" }),
    pauseDropWristScreenOff: displayOf.fn("pauseDropWristScreenOff", { ...PAGE_ONLY, level: "2.1" }),
    resetDropWristScreenOff: displayOf.fn("resetDropWristScreenOff", { ...PAGE_ONLY, level: "2.1" }),
    getBrightness: displayOf.fn("getBrightness"),
    setBrightness: displayOf.fn("setBrightness", PAGE_ONLY),
  },
};

const settingsOf = entriesOf("settings", "2.0");
const settings: ModuleSpec = {
  name: "@zos/settings",
  entries: {
    getLanguage: settingsOf.fn("getLanguage"),
    getDistanceUnit: settingsOf.fn("getDistanceUnit"),
    getTimeFormat: settingsOf.fn("getTimeFormat", { level: "2.1" }),
    getSystemInfo: settingsOf.fn("getSystemInfo", { level: "2.1" }),
    getSystemMode: settingsOf.fn("getSystemMode", { level: "3.0" }),
  },
};

const notificationOf = entriesOf("notification", "3.0");
const NOTIFY = { permission: "device:os.notification" };
const notification: ModuleSpec = {
  name: "@zos/notification",
  entries: {
    notify: notificationOf.fn("notify", NOTIFY),
    cancel: notificationOf.fn("cancel", NOTIFY),
    getAllNotifications: notificationOf.fn("getAllNotifications", NOTIFY),
  },
};

const timerOf = entriesOf("timer", "2.0");
const timer: ModuleSpec = {
  name: "@zos/timer",
  entries: {
    createSysTimer: timerOf.fn("createSysTimer", { level: "4.0" }),
    stopTimer: timerOf.fn("stopTimer", { level: "4.0" }),
    setTimeout: timerOf.fn("setTimeout", { page: UNDOCUMENTED }),
    clearTimeout: timerOf.fn("clearTimeout", { page: UNDOCUMENTED }),
    setInterval: timerOf.fn("setInterval", { page: UNDOCUMENTED }),
    clearInterval: timerOf.fn("clearInterval", { page: UNDOCUMENTED }),
  },
};

const utilsOf = entriesOf("utils", "2.0");
const utils: ModuleSpec = {
  name: "@zos/utils",
  entries: {
    px: utilsOf.fn("px"),
    log: utilsOf.object("log", members("2.0", "getLogger log info warn error debug")),
    EventBus: utilsOf.cls("EventBus"),
    stringToBuffer: utilsOf.fn("stringToBuffer", { level: "4.0" }),
    bufferToString: utilsOf.fn("bufferToString", { level: "4.0" }),
  },
};

const i18n: ModuleSpec = { name: "@zos/i18n", entries: { getText: entriesOf("i18n", "2.0").fn("getText") } };

export const system: readonly ModuleSpec[] = [
  alarm,
  app,
  appService,
  ble,
  device,
  display,
  settings,
  notification,
  timer,
  utils,
  i18n,
];
