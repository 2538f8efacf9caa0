export type Screen = { readonly width: number; readonly height: number; readonly round: boolean };
export type Rect = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** Smallest text in pixels (28 at 480: a house rule, Zepp's docs name no least size), and the height of one line of it. */
export const SMALL = 28;
export const LINE = 33;
export const BUTTON = 88;
export const GAP = 4;

const EDGE = 6;
/** The status bar lies over square pages even when it is hidden, so its band stays free. */
const STATUS_BAND = 64;

export const topOf = (screen: Screen): number => (screen.round ? Math.round(screen.height * 0.07) : STATUS_BAND);
export const bottomOf = (screen: Screen): number =>
  screen.height - (screen.round ? Math.round(screen.height * 0.07) : 10);

/** The widest centred rectangle at this height that stays inside the screen, `maxW` at most. */
export function band(screen: Screen, y: number, h: number, maxW = screen.width): Rect {
  let w = screen.width - 4 * EDGE;
  if (screen.round) {
    const radius = screen.width / 2 - EDGE;
    const far = Math.max(Math.abs(y - screen.height / 2), Math.abs(y + h - screen.height / 2));
    w = Math.floor(2 * Math.sqrt(Math.max(0, radius * radius - far * far)));
  }
  const fitted = Math.min(w, maxW);
  return { x: Math.floor((screen.width - fitted) / 2), y, w: fitted, h };
}

/** Stacks parts of the given heights from top to bottom; the one of height 0 takes what is left. */
export function stack(screen: Screen, heights: readonly number[], gap = GAP): readonly Rect[] {
  const top = topOf(screen);
  const fixed = heights.reduce((sum, height) => sum + height, 0) + gap * (heights.length - 1);
  const rest = bottomOf(screen) - top - fixed;
  let y = top;
  return heights.map((height) => {
    const h = height === 0 ? rest : height;
    const rect = band(screen, y, h);
    y += h + gap;
    return rect;
  });
}

/** Cuts a rectangle into `count` columns. */
export function columns(rect: Rect, count: number, gap = 6): readonly Rect[] {
  const w = Math.floor((rect.w - gap * (count - 1)) / count);
  return Array.from({ length: count }, (_, index) => ({ x: rect.x + index * (w + gap), y: rect.y, w, h: rect.h }));
}

const NOWHERE: Rect = { x: 0, y: 0, w: 0, h: 0 };
const at = (rects: readonly Rect[], index: number): Rect => rects[index] ?? NOWHERE;

/** A text box cut to whole lines, so that a text that is too long never shows half of one. */
const wholeLines = (rect: Rect): Rect => ({ ...rect, h: Math.floor(rect.h / LINE) * LINE });

/** Letters are about this wide on average, in parts of their size; careful, since fonts differ by model. */
const LETTER = 0.56;
/** Of a line's width so much is counted on where there is a choice: a font that is wider than expected must not cost a line. */
const CAREFUL = 0.9;
/** From here on a character is as wide as it is high, and a line may break before and after it. */
const WIDE_FROM = 0x2e80;
const isWide = (text: string): boolean => text.charCodeAt(0) >= WIDE_FROM;

/** About how wide a text is at a size, in pixels. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += isWide(letter) ? size : size * LETTER;
  return width;
}

/** The parts between which a line may break: words, or single Chinese characters with the sign that follows. */
function partsOf(text: string): readonly string[] {
  return text.match(/ ?[\u2e80-\uffff][\u3000-\u303f\uff00-\uffef]*| ?[^ \u2e80-\uffff]+/g) ?? [];
}

/** Lines of a text in a box of this width. */
export function linesOf(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of partsOf(text)) {
    const last = lines[lines.length - 1];
    if (last === undefined || widthOf(last + part, size) > width) lines.push(part.trim());
    else lines[lines.length - 1] = last + part;
  }
  return lines;
}

/** The largest size up to `size`, but never below the smallest, at which a text keeps to so many lines. */
export function fittingSize(text: string, rect: Rect, size: number, lines: number): number {
  let fitting = size;
  const fits = (): boolean => {
    const room = Math.min(lines, Math.max(1, Math.floor(rect.h / (fitting * (LINE / SMALL)))));
    const width = rect.w * CAREFUL;
    const found = linesOf(text, fitting, width);
    return found.length <= room && found.every((line) => widthOf(line, fitting) <= width);
  };
  while (fitting > SMALL && !fits()) fitting -= 2;
  return fitting;
}

/** Cuts a text into pages that fit a box of the smallest text. */
export function pagesOf(text: string, box: Rect): readonly string[] {
  const lines = linesOf(text, SMALL, box.w * CAREFUL);
  const perPage = Math.max(1, Math.floor(box.h / LINE));
  const pages: string[] = [];
  for (let from = 0; from < lines.length; from += perPage) {
    const page = lines.slice(from, from + perPage);
    pages.push(page.reduce((all, line) => (isWide(line) ? all + line : `${all} ${line}`)));
  }
  return pages;
}

export function homeLayout(screen: Screen) {
  const rects = stack(screen, [40, LINE, 0, BUTTON, LINE, 72]);
  const [more, sync] = columns(at(rects, 5), 2);
  const details = at(rects, 1);
  return {
    title: at(rects, 0),
    details,
    sentence: wholeLines(at(rects, 2)),
    /** Where there is nothing to start, the words have the room of the details and of the button too. */
    words: wholeLines(band(screen, details.y, at(rects, 4).y - GAP - details.y)),
    start: { ...band(screen, at(rects, 3).y, BUTTON, 380) },
    status: at(rects, 4),
    more: more ?? NOWHERE,
    sync: sync ?? NOWHERE,
  };
}

export function sessionLayout(screen: Screen) {
  const rects = stack(screen, [40, 0, 2 * LINE, BUTTON, BUTTON]);
  const lines = at(rects, 2);
  const [first, second] = columns(at(rects, 3), 2);
  const [third, fourth] = columns(at(rects, 4), 2);
  return {
    phase: at(rects, 0),
    count: at(rects, 1),
    next: band(screen, lines.y, LINE),
    pulse: band(screen, lines.y + LINE, LINE),
    message: lines,
    first: first ?? NOWHERE,
    second: second ?? NOWHERE,
    third: third ?? NOWHERE,
    fourth: fourth ?? NOWHERE,
  };
}

/** A question with the numbers 0–10 in rows of four, four and three; kept off the narrow foot of a round screen. */
export function padLayout(screen: Screen) {
  const foot = screen.round ? 14 : 1;
  const free = bottomOf(screen) - topOf(screen) - 3 * LINE - foot - 5 * GAP;
  const rowH = Math.min(BUTTON, Math.floor(free / 3));
  const rects = stack(screen, [0, LINE, rowH, rowH, rowH, foot]);
  const keys = [4, 4, 3].flatMap((count, row) => columns(at(rects, 2 + row), count));
  return { title: at(rects, 0), hint: at(rects, 1), keys };
}

/** A text over up to three buttons. */
export function choiceLayout(screen: Screen, count: number) {
  const rects = stack(screen, [0, ...Array.from({ length: count }, () => BUTTON)]);
  const head = at(rects, 0);
  // A line lower a round screen is so much wider that more words fit.
  const inset = screen.round && head.h >= 4 * LINE ? LINE : 0;
  const title = band(screen, head.y + inset, head.h - inset);
  return { title, buttons: rects.slice(1).map((rect) => band(screen, rect.y, rect.h, 400)) };
}

/** As {@link choiceLayout} with two rows, the upper one for two buttons side by side: first the lower one, then those two. */
export function checkLayout(screen: Screen) {
  const { title, buttons } = choiceLayout(screen, 2);
  return { title, buttons: [at(buttons, 1), ...columns(at(buttons, 0), 2)] };
}

/** Buttons one below the other, around the middle. */
export function menuLayout(screen: Screen, count: number): readonly Rect[] {
  const room = bottomOf(screen) - topOf(screen);
  const h = Math.min(BUTTON, Math.floor((room - GAP * (count - 1)) / count));
  const from = topOf(screen) + Math.floor((room - count * h - GAP * (count - 1)) / 2);
  return Array.from({ length: count }, (_, index) => band(screen, from + index * (h + GAP), h, 340));
}

/** Three rows of two buttons, around the middle. */
export function gridLayout(screen: Screen): readonly Rect[] {
  const from = Math.floor((screen.height - 3 * BUTTON - 2 * GAP) / 2);
  return [0, 1, 2].flatMap((row) => columns(band(screen, from + row * (BUTTON + GAP), BUTTON, 400), 2));
}

/** A headline, a longer text and one button. */
export function messageLayout(screen: Screen) {
  const rects = stack(screen, [2 * LINE, 0, BUTTON]);
  return { title: at(rects, 0), text: at(rects, 1), button: band(screen, at(rects, 2).y, BUTTON, 300) };
}
