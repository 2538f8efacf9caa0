import { align, createWidget, prop, text_style, widget } from "@zos/ui";
import { fittingSize, type Rect } from "./layout.ts";
import { COLOUR, TONES, type Tone } from "./theme.ts";

/** What we use of a widget. Never deleted while a page lives: hidden and shown instead. */
export type Handle = {
  /** Replaces the text; saying the same again costs nothing. */
  say(text: string): void;
  show(visible: boolean): void;
  tint(colour: number): void;
};

type Native = { setProperty(property: unknown, value: unknown): unknown };
type Drawn = Record<string, unknown> & { text: string; text_size: number; color: number };

/** The platform's own declarations name a type per widget; one plain shape serves all that we draw. */
const create = createWidget as unknown as (kind: unknown, options: object) => Native;

function handleOf(native: Native, drawn: Drawn, sizeOf: (text: string) => number): Handle {
  let shown = true;
  // Setting all properties at once is the only update that works on every model.
  const change = (part: Partial<Drawn>): void => {
    Object.assign(drawn, part);
    native.setProperty(prop.MORE, { ...drawn });
  };
  return {
    say: (text) => (drawn.text === text ? undefined : change({ text, text_size: sizeOf(text) })),
    tint: (color) => (drawn.color === color ? undefined : change({ color })),
    show: (visible) => {
      if (visible === shown) return;
      shown = visible;
      native.setProperty(prop.VISIBLE, visible);
    },
  };
}

/** A text box; `lines` above one wraps, one line ends in an ellipsis. */
export function label(
  rect: Rect,
  text: string,
  size: number,
  options: { readonly colour?: number; readonly lines?: number; readonly top?: boolean } = {},
): Handle {
  const sizeOf = (words: string): number => fittingSize(words, rect, size, options.lines ?? 1);
  const drawn = {
    ...rect,
    text,
    text_size: sizeOf(text),
    color: options.colour ?? COLOUR.text,
    align_h: align.CENTER_H,
    align_v: options.top === true ? align.TOP : align.CENTER_V,
    text_style: (options.lines ?? 1) > 1 ? text_style.WRAP : text_style.ELLIPSIS,
  };
  return handleOf(create(widget.TEXT, drawn), drawn, sizeOf);
}

/** A button: the only thing that can be tapped. Errors of the click are caught, for the platform swallows them. */
export function button(rect: Rect, text: string, onClick: () => void, tone: Tone = "plain", size = 32): Handle {
  const sizeOf = (words: string): number => fittingSize(words, rect, size, 1);
  const drawn = {
    ...rect,
    text,
    text_size: sizeOf(text),
    color: COLOUR.text,
    radius: Math.floor(Math.min(rect.h, rect.w) / 2),
    normal_color: TONES[tone].normal,
    press_color: TONES[tone].pressed,
    click_func: () => {
      try {
        onClick();
      } catch (error) {
        console.log("click", text, String(error));
      }
    },
  };
  return handleOf(create(widget.BUTTON, drawn), drawn, sizeOf);
}
