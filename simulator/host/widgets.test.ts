import { describe, expect, it } from "vitest";
import { ALIGN } from "./catalogue/widgets.ts";
import { WidgetTree } from "./widgets.ts";

type Handle = {
  setProperty(property: string, value: unknown): void;
  getProperty(property: string): unknown;
  createWidget?(type: string, options: object): Handle;
  text?: string;
};

const BOX = { x: 0, y: 0, w: 100, h: 40 };
const make = (tree: WidgetTree, type: string, options: object) => tree.create(type, options) as Handle;

describe("the widgets of a page", () => {
  it("keeps what was made, and tells of every change", () => {
    const tree = new WidgetTree("3.6");
    let changes = 0;
    tree.changed.subscribe(() => changes++);
    const text = make(tree, "TEXT", { ...BOX, text: "Walk" });
    text.setProperty("TEXT", "Run");
    text.setProperty("VISIBLE", false);
    expect(tree.root[0]).toMatchObject({ type: "TEXT", visible: false, props: { text: "Run" } });
    expect(changes).toBe(3);
  });

  it.each([
    ["an unknown widget", "HOLOGRAM", BOX, "no widget HOLOGRAM"],
    ["an unknown property", "TEXT", { ...BOX, blink: true }, 'no property "blink"'],
    ["a missing property", "TEXT", { x: 0, y: 0, w: 1 }, 'needs "h"'],
    ["a number that is none", "TEXT", { ...BOX, w: Number.NaN }, '"w" must be number'],
    ["a text that is none", "BUTTON", { ...BOX, text: 5 }, '"text" must be string'],
    ["a vertical alignment across", "TEXT", { ...BOX, align_h: ALIGN.CENTER_V }, '"align_h" must be align_h'],
  ])("refuses %s", (_, type, options, says) => {
    expect(() => new WidgetTree("3.6").create(type, options)).toThrow(says);
  });

  it("refuses a property that a newer watch would know", () => {
    expect(() => new WidgetTree("3.0").create("BUTTON", { ...BOX, text_w: 5 })).toThrow("since API_LEVEL 3.6");
  });

  it("refuses to be assigned to, which older watches ignore in silence", () => {
    const text = make(new WidgetTree("3.6"), "TEXT", BOX);
    expect(() => {
      text.text = "Run";
    }).toThrow("use setProperty");
  });

  it("puts widgets into a group and takes them out again", () => {
    const tree = new WidgetTree("3.6");
    const group = make(tree, "GROUP", BOX);
    const inside = group.createWidget?.("TEXT", BOX);
    expect(tree.root[0]?.children).toHaveLength(1);
    tree.remove(inside);
    expect(tree.root[0]?.children).toHaveLength(0);
    tree.remove(group);
    expect(tree.root).toHaveLength(0);
  });
});
