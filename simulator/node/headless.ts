import type { Device } from "../host/device.ts";
import { childrenOf, type SettingsNode } from "../host/phone/components.ts";
import type { WidgetNode } from "../host/widgets.ts";

export type ScreenContent = {
  on: boolean;
  /** The page's address (`page/home`), or null on the watch face. */
  page: string | null;
  texts: string[];
  buttons: string[];
  toast: string | null;
};

type Target = { label: string; tap: () => void };

/** What a person sees and can tap. Hidden and empty widgets are left out. */
export function readScreen(device: Device): ScreenContent {
  const page = device.watch.program.front();
  const nodes = page === null ? [] : visible(page.tree.root);
  const { modal, toast, screen } = device.hardware;
  const texts = nodes.filter((node) => node.type === "TEXT").map((node) => String(node.props.text ?? ""));
  return {
    on: screen.isOn(),
    page: page?.url ?? null,
    texts: [...texts, ...(modal === null ? [] : [modal.content])].filter((text) => text !== ""),
    buttons: targets(device).map(({ label }) => label),
    toast,
  };
}

/** Finds a button, list row or dialog button by its text. @throws Error that says what is there instead */
export function findTarget(device: Device, label: string): Target {
  const all = targets(device);
  const found = all.find((target) => target.label === label);
  if (found !== undefined) return found;
  const seen = readScreen(device);
  throw new Error(`There is no button "${label}" on ${seen.page ?? "the watch face"}: ${JSON.stringify(seen)}`);
}

function targets(device: Device): Target[] {
  const { modal } = device.hardware;
  if (modal !== null) {
    return [
      { label: modal.confirm, tap: () => modal.answer(true) },
      { label: modal.cancel, tap: () => modal.answer(false) },
    ];
  }
  const page = device.watch.program.front();
  if (page === null) return [{ label: "Open the app", tap: () => void device.watch.open() }];
  return visible(page.tree.root).flatMap((node): Target[] => {
    if (node.type === "BUTTON") return [{ label: String(node.props.text ?? ""), tap: () => device.watch.tap(node) }];
    if (node.type !== "SCROLL_LIST") return [];
    return rowTexts(node).map((texts, row) => ({ label: texts.join(" "), tap: () => device.watch.tap(node, row) }));
  });
}

function visible(nodes: readonly WidgetNode[]): WidgetNode[] {
  return nodes.filter((node) => node.visible).flatMap((node) => [node, ...visible(node.children)]);
}

/** The texts of each row of a SCROLL_LIST, in the order its first item type shows them. */
export function rowTexts(node: WidgetNode): string[][] {
  const rows = (node.props.data_array ?? []) as Record<string, unknown>[];
  const configs = (node.props.item_config ?? []) as { text_view?: { key: string }[] }[];
  const keys = (configs[0]?.text_view ?? []).map(({ key }) => key);
  return rows.map((row) => keys.map((key) => String(row[key] ?? "")).filter((text) => text !== ""));
}

/** Everything the settings page shows, in order: texts, labels of fields with their values, buttons. */
export function settingsTexts(device: Device): string[] {
  return flatten(device.settingsPage.content).flatMap((node) => {
    if (typeof node === "string") return [node];
    const { label, title, description, message } = node.props;
    const shown = [title, description, label, message].filter((text) => typeof text === "string");
    const value = node.type === "TextInput" ? [device.settingsPage.valueOf(node)] : [];
    return [...(shown as string[]), ...value].filter((text) => text !== "");
  });
}

/** A field, button or switch of the settings page by its label. */
export function findField(device: Device, label: string): SettingsNode {
  const found = flatten(device.settingsPage.content).find(
    (node): node is SettingsNode => typeof node !== "string" && node.props.label === label,
  );
  if (found === undefined) {
    throw new Error(`There is no "${label}" on the settings page: ${JSON.stringify(settingsTexts(device))}`);
  }
  return found;
}

function flatten(nodes: readonly (SettingsNode | string)[]): (SettingsNode | string)[] {
  return nodes.flatMap((node) => (typeof node === "string" ? [node] : [node, ...flatten(childrenOf(node.children))]));
}
