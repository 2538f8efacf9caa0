import type { ComponentChildren, CSSProperties } from "preact";
import { useRef } from "preact/hooks";
import { ALIGN, TEXT_STYLE } from "../host/catalogue/widgets.ts";
import type { Watch } from "../host/watch.ts";
import type { WidgetNode, WidgetProps } from "../host/widgets.ts";
import { arcPath } from "./arc.ts";
import { Image } from "./image.tsx";
import { ScrollRows } from "./scroll-list.tsx";

const LONG_PRESS_MS = 700;

type Style = CSSProperties & Record<`--${string}`, string>;
type ViewProps = { node: WidgetNode; watch: Watch };

const number = (props: WidgetProps, name: string, fallback = 0) =>
  typeof props[name] === "number" ? props[name] : fallback;
const text = (props: WidgetProps, name: string) => (typeof props[name] === "string" ? props[name] : "");
const colour = (value: number) => `#${(value & 0xffffff).toString(16).padStart(6, "0")}`;
const opacity = (props: WidgetProps) => number(props, "alpha", 255) / 255;

function box(props: WidgetProps): Style {
  return {
    left: `${number(props, "x")}px`,
    top: `${number(props, "y")}px`,
    width: `${number(props, "w")}px`,
    height: `${number(props, "h")}px`,
  };
}

/** Draws widgets in the order they were made: later ones lie on top. */
export function Widgets({ nodes, watch }: { nodes: readonly WidgetNode[]; watch: Watch }) {
  return nodes.filter((node) => node.visible).map((node) => <Widget key={node.id} node={node} watch={watch} />);
}

function Widget({ node, watch }: ViewProps) {
  const draw = VIEWS[node.type];
  if (draw === undefined) throw new Error(`This page cannot draw the widget ${node.type}.`);
  return draw({ node, watch });
}

const VIEWS: Readonly<Record<string, (props: ViewProps) => ComponentChildren>> = {
  TEXT: ({ node }) => <Text props={node.props} />,
  BUTTON: (props) => <Button {...props} />,
  ARC: ({ node }) => <Arc props={node.props} />,
  FILL_RECT: ({ node: { props } }) => (
    <div
      class="w"
      aria-hidden="true"
      style={{
        ...box(props),
        background: colour(number(props, "color")),
        borderRadius: `${number(props, "radius")}px`,
        opacity: opacity(props),
        transform: `rotate(${number(props, "angle")}deg)`,
      }}
    />
  ),
  STROKE_RECT: ({ node: { props } }) => (
    <div
      class="w"
      aria-hidden="true"
      style={{
        ...box(props),
        border: `${number(props, "line_width", 1)}px solid ${colour(number(props, "color"))}`,
        borderRadius: `${number(props, "radius")}px`,
        transform: `rotate(${number(props, "angle")}deg)`,
      }}
    />
  ),
  CIRCLE: ({ node: { props } }) => <Circle props={props} />,
  IMG: ({ node: { props }, watch }) => <Image props={props} base={watch.hardware.variant.base} />,
  SCROLL_LIST: (props) => <ScrollList {...props} />,
  GROUP: (props) => <Container {...props} />,
  VIEW_CONTAINER: (props) => <Container {...props} />,
};

function Text({ props }: { props: WidgetProps }) {
  const style = number(props, "text_style", TEXT_STYLE.NONE);
  const wraps = style === TEXT_STYLE.WRAP || style === TEXT_STYLE.CHAR_WRAP;
  const horizontal = { [ALIGN.LEFT]: "start", [ALIGN.CENTER_H]: "center", [ALIGN.RIGHT]: "end" };
  const vertical = { [ALIGN.TOP]: "start", [ALIGN.CENTER_V]: "center", [ALIGN.BOTTOM]: "end" };
  return (
    <div
      class={wraps ? "w text wraps" : "w text"}
      style={{
        ...box(props),
        color: colour(number(props, "color", 0xffffff)),
        fontSize: `${number(props, "text_size", 32)}px`,
        letterSpacing: `${number(props, "char_space")}px`,
        textAlign: horizontal[number(props, "align_h", ALIGN.LEFT) as 0] ?? "start",
        alignItems: vertical[number(props, "align_v", ALIGN.TOP) as 3] ?? "start",
      }}
    >
      <span>{text(props, "text")}</span>
    </div>
  );
}

function Button({ node, watch }: ViewProps) {
  const { props } = node;
  const held = useRef(0);
  const wasLong = useRef(false);
  const normal = number(props, "normal_color", 0x333333);
  const style: Style = {
    ...box(props),
    color: colour(number(props, "color", 0xffffff)),
    fontSize: `${number(props, "text_size", 32)}px`,
    borderRadius: `${number(props, "radius")}px`,
    "--normal": colour(normal),
    "--press": colour(number(props, "press_color", normal)),
  };
  const release = () => clearTimeout(held.current);
  const hold = () => {
    wasLong.current = false;
    held.current = window.setTimeout(() => {
      wasLong.current = typeof props.longpress_func === "function";
      if (wasLong.current) watch.longPress(node);
    }, LONG_PRESS_MS);
  };
  const click = () => {
    if (!wasLong.current) watch.tap(node);
    wasLong.current = false;
  };
  return (
    <button
      type="button"
      class="w press"
      style={style}
      onPointerDown={hold}
      onPointerUp={release}
      onPointerLeave={release}
      onClick={click}
    >
      {text(props, "text")}
    </button>
  );
}

function Arc({ props }: { props: WidgetProps }) {
  const width = number(props, "w");
  const height = number(props, "h");
  const line = number(props, "line_width", 4);
  const radius = number(props, "radius", Math.min(width, height) / 2) - line / 2;
  const path = arcPath(width / 2, height / 2, radius, number(props, "start_angle"), number(props, "end_angle"));
  return (
    <svg class="w" aria-hidden="true" style={box(props)} viewBox={`0 0 ${width} ${height}`}>
      <path d={path} fill="none" stroke={colour(number(props, "color"))} stroke-width={line} />
    </svg>
  );
}

function Circle({ props }: { props: WidgetProps }) {
  const radius = number(props, "radius");
  const style: Style = {
    left: `${number(props, "center_x") - radius}px`,
    top: `${number(props, "center_y") - radius}px`,
    width: `${2 * radius}px`,
    height: `${2 * radius}px`,
    background: colour(number(props, "color")),
    borderRadius: "50%",
    opacity: opacity(props),
  };
  return <div class="w" aria-hidden="true" style={style} />;
}

function Container({ node, watch }: ViewProps) {
  return (
    <div class="w" style={box({ w: watch.hardware.variant.width, h: watch.hardware.variant.height, ...node.props })}>
      <Widgets nodes={node.children} watch={watch} />
    </div>
  );
}

function ScrollList({ node, watch }: ViewProps) {
  const { props } = node;
  return (
    <div class="w list" style={{ ...box(props), rowGap: `${number(props, "item_space")}px` }}>
      <ScrollRows
        props={props}
        colour={colour}
        drawText={(view) => <Text key={String(view.key)} props={view} />}
        onTap={(row) => watch.tap(node, row)}
      />
    </div>
  );
}
