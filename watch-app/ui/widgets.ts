import { align, createWidget, prop, text_style, widget } from "@zos/ui";
import { COLOUR, TONES, type Tone } from "./theme.ts";

export type Rect = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** What we use of a widget. Never deleted while a page lives: hidden and shown instead. */
export type Handle = {
  /** Replaces the text; drawing again the same text costs nothing. */
  say(text: string): void;
  show(visible: boolean): void;
  tint(colour: number): void;
};

type Native = { setProperty(property: number, value: unknown): unknown };

function handleOf(native: Native, drawn: Record<string, unknown>, colourOf: (colour: number) => object): Handle {
  let shown = true;
  const change = (part: Record<string, unknown>): void => {
    Object.assign(drawn, part);
    native.setProperty(prop.MORE as unknown as number, { ...drawn });
  };
  return {
    say: (text) => {
      if (drawn.text !== text) change({ text });
    },
    tint: (colour) => {
      if (drawn.color !== colour) change({ color: colour, ...colourOf(colour) });
    },
    show: (visible) => {
      if (visible === shown) return;
      shown = visible;
      native.setProperty(prop.VISIBLE as unknown as number, visible);
    },
  };
}

const create = createWidget as unknown as (kind: unknown, options: object) => Native;

/** A text box; `lines` above one wraps, one line ends in an ellipsis. */
export function label(
  rect: Rect,
  text: string,
  size: number,
  options: { colour?: number; lines?: number } = {},
): Handle {
  const drawn = {
    ...rect,
    text,
    text_size: size,
    color: options.colour ?? COLOUR.text,
    align_h: align.CENTER_H,
    align_v: align.CENTER_V,
    text_style: (options.lines ?? 1) > 1 ? text_style.WRAP : text_style.ELLIPSIS,
  };
  return handleOf(create(widget.TEXT, drawn), drawn, () => ({}));
}

/** A button: the only thing that can be tapped. Errors of the click are caught, for the platform swallows them. */
export function button(rect: Rect, text: string, onClick: () => void, tone: Tone = "plain", size = 32): Handle {
  const drawn = {
    ...rect,
    text,
    text_size: size,
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
  return handleOf(create(widget.BUTTON, drawn), drawn, () => ({}));
}
