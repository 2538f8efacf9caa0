/** Left, top, width and height in CSS pixels. */
type Box = readonly [number, number, number, number];
/** The parts of a page by name, in the order of the document. */
export type Boxes = readonly (readonly [string, Box])[];

type Pages = Readonly<Record<string, Boxes>>;

/** A page a line, so that a change reads well. */
export const written = (pages: Pages): string =>
  Object.entries(pages)
    .map(([page, boxes]) => `${page} ${JSON.stringify(boxes)}\n`)
    .join("");

export const read = (text: string): Pages =>
  Object.fromEntries(
    text
      .trim()
      .split("\n")
      .map((line) => [line.split(" ", 1)[0], JSON.parse(line.slice(line.indexOf(" ")))]),
  );

/** Runs in the page: where its parts are. Numbers in a name are dates and values: they do not make it another part. */
export function boxesOf(): Boxes {
  const parts = document.querySelectorAll(".top, h1, .views, .card, .month, .calendar, .foot");
  return [...parts].map((part) => {
    const title = part.matches("h1") ? "heading" : (part.querySelector("h2, caption")?.textContent ?? part.className);
    const { left, top, width, height } = part.getBoundingClientRect();
    const box = [left, top + scrollY, width, height].map(Math.round) as unknown as Box;
    return [title.replace(/\d+/g, "#"), box] as const;
  });
}

/** Runs in the page: parts over each other, words that are cut off, and whatever hangs over the side. */
export function faultsOf(): string[] {
  const faults: string[] = [];
  const nameOf = (element: Element) => `${element.tagName} ${element.textContent?.trim().slice(0, 40)}`;
  const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const parts = [...document.querySelectorAll(".card, .month, .calendar")].filter(shown);
  for (const [index, one] of parts.entries()) {
    const a = one.getBoundingClientRect();
    for (const other of parts.slice(index + 1)) {
      const b = other.getBoundingClientRect();
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const within = one.contains(other) || other.contains(one);
      if (wide > 1 && high > 1 && !within) faults.push(`${nameOf(one)} lies over ${nameOf(other)}`);
    }
  }
  for (const word of document.querySelectorAll("h1, h2, h3, p, a, button, label, span, text, dt, dd")) {
    if (!shown(word) || word.closest(".visually-hidden, .skip, .table-frame") !== null) continue;
    const { left, right, width } = word.getBoundingClientRect();
    if (width > 0 && (left < -1 || right > innerWidth + 1)) faults.push(`${nameOf(word)} hangs over the side`);
    const picture = word.closest("svg")?.getBoundingClientRect();
    if (picture && (left < picture.left - 1 || right > picture.right + 1)) faults.push(`${nameOf(word)} is cut off`);
    const frame = word.closest("foreignObject")?.getBoundingClientRect();
    if (frame && word.scrollHeight > frame.height + 1) faults.push(`${nameOf(word)} is cut off below`);
  }
  return faults;
}

/** Fonts differ from one computer to another: words may take this much more or less room, and move what follows. */
const SIDEWAYS = 3;
const SHARE = 0.15;
const DOWNWARDS = 40;

/** What is elsewhere, of another size, gone or new in `found`, in words. */
export function differing(kept: Pages, found: Pages): string[] {
  const pages = Object.keys({ ...kept, ...found });
  return pages.flatMap((page) => {
    const [was, is] = [kept[page] ?? [], found[page] ?? []];
    const names = (boxes: Boxes) => boxes.map(([name]) => name).join(" | ");
    if (names(was) !== names(is)) return [`${page}: ${names(was)} is now ${names(is)}`];
    return is.flatMap(([name, box], index) => {
      const before = was[index]?.[1] ?? box;
      const moved = box.some((value, at) => Math.abs(value - (before[at] ?? 0)) > roomFor(before[at] ?? 0, at));
      return moved ? [`${page}, ${name}: ${before.join(" ")} is now ${box.join(" ")}`] : [];
    });
  });
}

const roomFor = (value: number, at: number): number => (at % 2 === 0 ? SIDEWAYS : DOWNWARDS + SHARE * Math.abs(value));
