import { render } from "preact";
import type { SettingsNode } from "../../../simulator/host/phone/components.ts";
import type { SettingsPage } from "../../../simulator/host/phone/settings-page.ts";
import type { Watch } from "../../../simulator/host/watch.ts";
import type { WidgetNode } from "../../../simulator/host/widgets.ts";
import { SettingsContent } from "../../../simulator/page/settings-view.tsx";
import { Widgets } from "../../../simulator/page/widgets.tsx";
import "../../../simulator/page/style.css";
import type { Drawn } from "./player.ts";

let count = 0;
const revived = (nodes: readonly Drawn[]): WidgetNode[] =>
  nodes.map(({ type, props, children }) => {
    count += 1;
    return {
      id: count,
      type,
      props,
      visible: true,
      dataset: null,
      children: revived(children),
      listeners: new Map(),
    } as unknown as WidgetNode;
  });

/** Draws a look as the simulated watch draws it, at one pixel for one pixel. */
function draw(nodes: readonly Drawn[], width: number, height: number, shape: string): void {
  const nobody = { hardware: { variant: { width, height, base: "" } } } as unknown as Watch;
  render(
    <div id="glass" class={`glass ${shape}`} style={{ width: `${width}px`, height: `${height}px` }}>
      <div class="pixels" style={{ width: `${width}px`, height: `${height}px` }}>
        <Widgets nodes={revived(nodes)} watch={nobody} />
      </div>
    </div>,
    document.body,
  );
}

/** What is wrong with the words on the glass: cut off, over one another, outside the glass. */
function complaints(round: boolean): string[] {
  const glass = document.getElementById("glass")?.getBoundingClientRect() ?? new DOMRect();
  const words = [...document.querySelectorAll<HTMLElement>(".text, .press")].flatMap((element) => {
    const text = element.textContent ?? "";
    const range = document.createRange();
    range.selectNodeContents(element);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    return text === "" ? [] : [{ text, rects, box: element.getBoundingClientRect(), element }];
  });
  const found = words.flatMap(({ text, rects, box, element }) => {
    // A space at the end of a line hangs over, which nobody sees: widths are the browser's own to tell.
    const line = element.querySelector("span") ?? element;
    const wide = line.scrollWidth > line.clientWidth + 1;
    const high = rects.some((rect) => rect.top < box.top - 4 || rect.bottom > box.bottom + 4);
    return wide || high ? [`cut: ${text}`] : [];
  });
  const radius = glass.width / 2;
  for (const { text, rects } of words) {
    const corners = rects.flatMap(({ left, right, top, bottom }) =>
      [left, right].flatMap((x) => [top + 4, bottom - 4].map((y) => [x, y] as const)),
    );
    const outside = corners.some(([x, y]) =>
      round ? Math.hypot(x - radius, y - radius) > radius : x < 0 || y < 0 || x > glass.width || y > glass.height,
    );
    if (outside) found.push(`outside the glass: ${text}`);
  }
  for (const [index, one] of words.entries()) {
    for (const other of words.slice(index + 1)) {
      const over = one.rects.some((a) =>
        other.rects.some(
          (b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 5 && b.top < a.bottom - 5,
        ),
      );
      if (over) found.push(`over one another: ${one.text} / ${other.text}`);
    }
  }
  return found;
}

/** Draws the phone's settings page; `value` of a field is what it held. */
function drawSettings(content: readonly SettingsNode[]): void {
  const page = { content, valueOf: (node: SettingsNode) => node.props.value ?? "" } as unknown as SettingsPage;
  render(
    <section class="card phone" id="phone">
      <div class="settings">
        <SettingsContent page={page} />
      </div>
    </section>,
    document.body,
  );
}

Object.assign(window, { draw, complaints, drawSettings });
