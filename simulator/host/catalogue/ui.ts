import { entriesOf, type ModuleSpec, members } from "./types.ts";

const uiOf = entriesOf("ui", "2.0");
const PAGE_ONLY = { inService: false };
/** A card hears of clicks alone. */
const NOT_IN_CARD = { ...PAGE_ONLY, inCard: false };

const ui: ModuleSpec = {
  name: "@zos/ui",
  entries: {
    createWidget: uiOf.fn("createWidget", PAGE_ONLY),
    deleteWidget: uiOf.fn("deleteWidget", PAGE_ONLY),
    redraw: uiOf.fn("redraw", PAGE_ONLY),
    setStatusBarVisible: uiOf.fn("setStatusBarVisible", PAGE_ONLY),
    updateStatusBarTitle: uiOf.fn("updateStatusBarTitle", PAGE_ONLY),
    getTextLayout: uiOf.fn("getTextLayout", PAGE_ONLY),
    getAppWidgetSize: uiOf.fn("getAppWidgetSize", PAGE_ONLY),
    setAppWidgetSize: uiOf.fn("setAppWidgetSize", PAGE_ONLY),
    widget: uiOf.object(
      "createWidget",
      members("2.0", "TEXT BUTTON ARC FILL_RECT STROKE_RECT CIRCLE IMG SCROLL_LIST GROUP VIEW_CONTAINER"),
      PAGE_ONLY,
    ),
    prop: uiOf.object(
      "setProperty",
      members(
        "2.0",
        "MORE X Y W H TEXT TEXT_SIZE COLOR START_ANGLE END_ANGLE LINE_WIDTH CENTER_X CENTER_Y SRC ANGLE VISIBLE DATASET UPDATE_DATA UPDATE_ITEM",
      ),
      PAGE_ONLY,
    ),
    event: uiOf.object("addEventListener", members("2.0", "CLICK_DOWN CLICK_UP MOVE MOVE_IN MOVE_OUT"), PAGE_ONLY),
    align: uiOf.object("widget/TEXT", members("2.0", "LEFT RIGHT CENTER_H TOP BOTTOM CENTER_V"), PAGE_ONLY),
    text_style: uiOf.object("widget/TEXT", members("2.0", "NONE WRAP CHAR_WRAP ELLIPSIS"), PAGE_ONLY),
  },
};

const pageOf = entriesOf("page", "2.0");
const page: ModuleSpec = {
  name: "@zos/page",
  entries: {
    scrollTo: pageOf.fn("scrollTo", { ...PAGE_ONLY, level: "2.1" }),
    getScrollTop: pageOf.fn("getScrollTop", PAGE_ONLY),
    setScrollMode: pageOf.fn("setScrollMode", PAGE_ONLY),
    setScrollLock: pageOf.fn("setScrollLock", PAGE_ONLY),
    ...pageOf.constants("setScrollMode", "SCROLL_MODE_FREE", PAGE_ONLY),
  },
};

const routerOf = entriesOf("router", "2.0");
const router: ModuleSpec = {
  name: "@zos/router",
  entries: Object.fromEntries(
    ["push", "replace", "back", "home", "exit"].map((name) => [name, routerOf.fn(name, PAGE_ONLY)]),
  ),
};

const interactionOf = entriesOf("interaction", "2.0");
const interaction: ModuleSpec = {
  name: "@zos/interaction",
  entries: {
    ...Object.fromEntries(
      [
        "showToast",
        "createModal",
        "onGesture",
        "offGesture",
        "onKey",
        "offKey",
        "onDigitalCrown",
        "offDigitalCrown",
      ].map((name) => [name, interactionOf.fn(name, NOT_IN_CARD)]),
    ),
    ...interactionOf.constants("createModal", "MODAL_CONFIRM MODAL_CANCEL", PAGE_ONLY),
    ...interactionOf.constants("onGesture", "GESTURE_UP GESTURE_DOWN GESTURE_LEFT GESTURE_RIGHT", PAGE_ONLY),
    ...interactionOf.constants(
      "onKey",
      "KEY_BACK KEY_SELECT KEY_HOME KEY_UP KEY_DOWN KEY_SHORTCUT KEY_EVENT_CLICK KEY_EVENT_LONG_PRESS KEY_EVENT_DOUBLE_CLICK KEY_EVENT_PRESS KEY_EVENT_RELEASE",
      PAGE_ONLY,
    ),
  },
};

export const interfaceModules: readonly ModuleSpec[] = [ui, page, router, interaction];
