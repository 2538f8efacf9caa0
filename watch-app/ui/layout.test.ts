import { expect, test } from "vitest";
import devices from "../devices.json" with { type: "json" };
import {
  BUTTON,
  checkLayout,
  choiceLayout,
  gridLayout,
  homeLayout,
  LINE,
  menuLayout,
  messageLayout,
  padLayout,
  pagesOf,
  type Rect,
  type Screen,
  SMALL,
  sessionLayout,
} from "./layout.ts";

const seen = new Map<string, Screen>();
for (const { shape, width, height } of devices) {
  seen.set(`${shape} ${width}×${height}`, { width, height, round: shape === "round" });
}
const SCREENS = [...seen];

const inside = ({ x, y, w, h }: Rect, screen: Screen): boolean => {
  if (x < 0 || y < 0 || x + w > screen.width || y + h > screen.height) return false;
  if (!screen.round) return true;
  const radius = screen.width / 2;
  return [
    [x, y],
    [x + w, y],
    [x, y + h],
    [x + w, y + h],
  ].every(([px = 0, py = 0]) => Math.hypot(px - radius, py - radius) <= radius);
};

const apart = (a: Rect, b: Rect): boolean =>
  a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;

function expectFits(rects: readonly Rect[], screen: Screen): void {
  for (const [index, rect] of rects.entries()) {
    expect(inside(rect, screen), JSON.stringify(rect)).toBe(true);
    for (const other of rects.slice(index + 1)) expect(apart(rect, other), JSON.stringify([rect, other])).toBe(true);
  }
}

test("the catalogue has round and square screens", () => {
  expect(SCREENS).toHaveLength(6);
});

test.each(SCREENS)("%s: everything is inside the glass and nothing overlaps", (_, screen) => {
  const { message, ...session } = sessionLayout(screen);
  const pad = padLayout(screen);
  const three = choiceLayout(screen, 3);
  const { words, ...home } = homeLayout(screen);
  expectFits(Object.values(home), screen);
  const { title, status, more, sync } = home;
  expectFits([title, words, status, more, sync], screen);
  expectFits(gridLayout(screen), screen);
  const check = checkLayout(screen);
  expectFits([check.title, ...check.buttons], screen);
  expectFits(Object.values(session), screen);
  expect(inside(message, screen)).toBe(true);
  expectFits([pad.title, pad.hint, ...pad.keys], screen);
  expectFits([three.title, ...three.buttons], screen);
  expectFits(Object.values(messageLayout(screen)), screen);
  for (const count of [2, 3, 4]) expectFits(menuLayout(screen, count), screen);
});

test.each(SCREENS)("%s: fingers and eyes have room", (_, screen) => {
  const home = homeLayout(screen);
  const session = sessionLayout(screen);
  const pad = padLayout(screen);
  expect(home.start.h).toBeGreaterThanOrEqual(BUTTON);
  for (const rect of [session.first, session.second, session.third, session.fourth]) {
    expect(rect.h).toBeGreaterThanOrEqual(BUTTON);
    expect(rect.w).toBeGreaterThanOrEqual(88);
  }
  for (const rect of gridLayout(screen)) expect(Math.min(rect.w, rect.h)).toBeGreaterThanOrEqual(BUTTON);
  expect(home.words.h).toBeGreaterThanOrEqual(5 * LINE);
  for (const rect of menuLayout(screen, 4)) {
    expect(rect.h).toBeGreaterThanOrEqual(80);
    expect(rect.w).toBeGreaterThanOrEqual(180);
  }
  expect(pad.keys).toHaveLength(11);
  for (const key of pad.keys) expect(Math.min(key.w, key.h)).toBeGreaterThanOrEqual(64);
  for (const rect of [home.more, home.sync]) expect(Math.min(rect.w, rect.h)).toBeGreaterThanOrEqual(64);
  expect(home.sentence.h).toBeGreaterThanOrEqual(2 * LINE);
  expect(pad.title.h).toBeGreaterThanOrEqual(LINE);
  expect(session.count.h).toBeGreaterThanOrEqual(2 * SMALL);
  expect(choiceLayout(screen, 3).title.h).toBeGreaterThanOrEqual(2 * LINE);
  expect(messageLayout(screen).text.h).toBeGreaterThanOrEqual(4 * LINE);
});

test.each(SCREENS)("%s: a long text is shown whole, page by page", (_, screen) => {
  const text = Array.from({ length: 90 }, (_, index) => `word${index}`).join(" ");
  const box = messageLayout(screen).text;
  const pages = pagesOf(text, box);
  expect(pages.join(" ")).toBe(text);
  const room = (box.w / SMALL) * 2 * Math.floor(box.h / LINE);
  for (const page of pages) expect(page.length).toBeLessThanOrEqual(room);
  expect(pagesOf("Short.", box)).toEqual(["Short."]);
});
