import { ALIGN, PROP_OPTIONS, TEXT_STYLE, WIDGETS } from "../catalogue/widgets.ts";
import type { Context } from "../context.ts";
import { SimulatorError } from "../errors.ts";
import type { Hardware } from "../hardware.ts";
import type { WidgetTree } from "../widgets.ts";

const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
const EVENTS = ["CLICK_DOWN", "CLICK_UP", "MOVE", "MOVE_IN", "MOVE_OUT"];
const SPECIAL_PROPS = ["MORE", "VISIBLE", "DATASET", "UPDATE_DATA", "UPDATE_ITEM"];

/** `@zos/ui` of a page. Constants are their own names: the package must not know their values. */
export function uiModule(tree: WidgetTree | null, screen: Screen): Record<string, unknown> {
  return {
    ...cardSize(tree, screen),
    widget: named(Object.keys(WIDGETS)),
    prop: named([...Object.keys(PROP_OPTIONS), ...SPECIAL_PROPS]),
    event: named(EVENTS),
    align: ALIGN,
    text_style: TEXT_STYLE,
    createWidget: (type: string, options: unknown) => tree?.create(type, options),
    deleteWidget: (handle: unknown) => tree?.remove(handle),
    redraw: () => tree?.changed.emit(),
    setStatusBarVisible: (visible: boolean) => {
      if (tree !== null) tree.statusBar = visible;
      tree?.changed.emit();
    },
    updateStatusBarTitle: () => undefined,
    getTextLayout: textLayout,
  };
}

type Screen = { readonly width: number; readonly height: number };

/** How much of the screen's width a card has; its corners. Not documented for any model. */
const CARD_WIDTH = 0.84;
const CARD_RADIUS = 36;
/** Source: docs/guides/framework/device/secondary-widget, "Drawing area": half of the screen's height, 20–60 % of it when set. */
const CARD_HEIGHT = { usual: 0.5, least: 0.2, most: 0.6 };

function cardSize(tree: WidgetTree | null, { width, height }: Screen) {
  const w = Math.round(width * CARD_WIDTH);
  const usual = Math.round(height * CARD_HEIGHT.usual);
  return {
    getAppWidgetSize: () => ({ w, h: tree?.cardHeight ?? usual, margin: (width - w) / 2, radius: CARD_RADIUS }),
    setAppWidgetSize: ({ h }: { h: number }) => {
      if (!(h >= height * CARD_HEIGHT.least && h <= height * CARD_HEIGHT.most)) {
        throw new SimulatorError("argument", `setAppWidgetSize: ${h} is not 20–60 % of the screen's ${height}.`);
      }
      if (tree !== null) tree.cardHeight = h;
      tree?.changed.emit();
    },
  };
}

/** A rough measure: the real fonts are not here, so nothing exact can be promised. */
function textLayout(text: string, { text_size, text_width }: { text_size: number; text_width: number }) {
  const width = Math.ceil(text.length * text_size * 0.55);
  const rows = text_width > 0 ? Math.max(1, Math.ceil(width / text_width)) : 1;
  return {
    width: text_width > 0 ? Math.min(width, text_width) : width,
    height: Math.ceil(rows * text_size * 1.16),
    rows,
  };
}

export type InputHandlers = {
  gesture: ((event: string) => unknown) | null;
  key: ((key: string, event: string) => unknown) | null;
  crown: ((key: string, degree: number) => unknown) | null;
};

const GESTURES = ["UP", "DOWN", "LEFT", "RIGHT"];
const KEYS = ["BACK", "SELECT", "HOME", "UP", "DOWN", "SHORTCUT"];
const KEY_EVENTS = ["CLICK", "LONG_PRESS", "DOUBLE_CLICK", "PRESS", "RELEASE"];
const TOAST_MS = 3_000;

/** Options may be an object with `callback`, or the function itself. */
const callbackOf = <T>(option: T | { callback: T }): T =>
  typeof option === "object" && option !== null && "callback" in option ? option.callback : (option as T);

/** `@zos/interaction` of a page. One handler of each kind, as on the watch. */
export function interactionModule(hardware: Hardware, context: Context, input: InputHandlers): Record<string, unknown> {
  const show = (change: () => void) => {
    change();
    hardware.overlay.emit();
  };
  return {
    ...prefixed("GESTURE_", GESTURES),
    ...prefixed("KEY_", KEYS),
    ...prefixed("KEY_EVENT_", KEY_EVENTS),
    MODAL_CONFIRM: 1,
    MODAL_CANCEL: 0,
    ...inputFunctions(context, input),
    showToast: ({ content }: { content: string }) => {
      show(() => (hardware.toast = content));
      hardware.clock.schedule(TOAST_MS, () => show(() => (hardware.toast = null)));
    },
    createModal: (option: ModalOption) => modal(hardware, context, option, show),
  };
}

const prefixed = (prefix: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [prefix + name, prefix + name]));

function inputFunctions(context: Context, input: InputHandlers) {
  context.onEnd(() => Object.assign(input, { gesture: null, key: null, crown: null }));
  const set = <K extends keyof InputHandlers>(kind: K) => ({
    on: (option: InputHandlers[K] | { callback: InputHandlers[K] }) => {
      input[kind] = callbackOf(option) as InputHandlers[K];
    },
    off: () => {
      input[kind] = null;
    },
  });
  const [gesture, key, crown] = [set("gesture"), set("key"), set("crown")];
  return {
    onGesture: gesture.on,
    offGesture: gesture.off,
    onKey: key.on,
    offKey: key.off,
    onDigitalCrown: crown.on,
    offDigitalCrown: crown.off,
  };
}

type ModalOption = {
  content: string;
  show?: boolean;
  autoHide?: boolean;
  okButton?: string;
  cancelButton?: string;
  onClick?: (key: { type: number }) => void;
};

function modal(hardware: Hardware, context: Context, option: ModalOption, change: (what: () => void) => void) {
  const hide = () => change(() => (hardware.modal = null));
  const answer = (confirmed: boolean) => {
    if (option.autoHide !== false) hide();
    context.run("modal", () => option.onClick?.({ type: confirmed ? 1 : 0 }));
  };
  const open = () => {
    const { content, okButton: confirm = "OK", cancelButton: cancel = "Cancel" } = option;
    change(() => (hardware.modal = { content, confirm, cancel, answer }));
  };
  context.onEnd(hide);
  if (option.show !== false) open();
  return { show: (visible: boolean) => (visible ? open() : hide()) };
}
