const PAGE = "docs/reference/device-app-api/newAPI/ui/widget";

type ValueKind = "number" | "string" | "boolean" | "function" | "array" | "align_h" | "align_v" | "text_style" | "any";

export type WidgetSpec = {
  readonly page: string;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, ValueKind>>;
  /** Properties that start later than the widget itself. */
  readonly later: Readonly<Record<string, string>>;
};

const BOX = { x: "number", y: "number", w: "number", h: "number" } as const;
const FOUR = ["x", "y", "w", "h"];

const spec = (
  name: string,
  required: readonly string[],
  properties: Record<string, ValueKind>,
  later: Record<string, string> = {},
): WidgetSpec => ({ page: `${PAGE}/${name}`, required, properties, later });

/** The widgets we draw, with every property their documentation lists. */
export const WIDGETS: Readonly<Record<string, WidgetSpec>> = {
  TEXT: spec("TEXT", FOUR, {
    ...BOX,
    color: "number",
    align_h: "align_h",
    align_v: "align_v",
    text: "string",
    text_size: "number",
    text_style: "text_style",
    line_space: "number",
    char_space: "number",
    font: "string",
  }),
  BUTTON: spec(
    "BUTTON",
    FOUR,
    {
      ...BOX,
      text: "string",
      color: "number",
      text_size: "number",
      normal_color: "number",
      press_color: "number",
      radius: "number",
      normal_src: "string",
      press_src: "string",
      click_func: "function",
      longpress_func: "function",
      font: "string",
      text_w: "number",
    },
    { font: "3.6", text_w: "3.6" },
  ),
  ARC: spec("ARC", [...FOUR, "start_angle", "end_angle"], {
    ...BOX,
    radius: "number",
    start_angle: "number",
    end_angle: "number",
    line_width: "number",
    color: "number",
  }),
  FILL_RECT: spec("FILL_RECT", [...FOUR, "color"], {
    ...BOX,
    color: "number",
    radius: "number",
    angle: "number",
    alpha: "number",
  }),
  STROKE_RECT: spec("STROKE_RECT", [...FOUR, "color"], {
    ...BOX,
    color: "number",
    radius: "number",
    line_width: "number",
    angle: "number",
  }),
  CIRCLE: spec("CIRCLE", ["center_x", "center_y", "radius", "color"], {
    center_x: "number",
    center_y: "number",
    radius: "number",
    color: "number",
    alpha: "number",
  }),
  IMG: spec("IMG", ["x", "y", "src"], {
    ...BOX,
    src: "string",
    pos_x: "number",
    pos_y: "number",
    angle: "number",
    center_x: "number",
    center_y: "number",
    alpha: "number",
    auto_scale: "boolean",
    auto_scale_obj_fit: "boolean",
  }),
  SCROLL_LIST: spec("SCROLL_LIST", [...FOUR, "item_config", "item_config_count", "data_array", "data_count"], {
    ...BOX,
    item_space: "number",
    item_config: "array",
    item_config_count: "number",
    data_array: "array",
    data_count: "number",
    item_click_func: "function",
    data_type_config: "array",
    data_type_config_count: "number",
    on_page: "number",
    snap_to_center: "boolean",
    item_focus_change_func: "function",
    item_enable_horizon_drag: "boolean",
    item_drag_max_distance: "number",
  }),
  GROUP: spec("GROUP", FOUR, BOX),
  VIEW_CONTAINER: spec("VIEW_CONTAINER", [], {
    ...BOX,
    scroll_enable: "number",
    pos_x: "number",
    pos_y: "number",
    z_index: "number",
    modal: "number",
    bounce: "number",
  }),
};

/** Which option each `prop` constant sets. `MORE`, `VISIBLE`, `DATASET`, `UPDATE_DATA` and `UPDATE_ITEM` are special. */
export const PROP_OPTIONS: Readonly<Record<string, string>> = {
  X: "x",
  Y: "y",
  W: "w",
  H: "h",
  TEXT: "text",
  TEXT_SIZE: "text_size",
  COLOR: "color",
  START_ANGLE: "start_angle",
  END_ANGLE: "end_angle",
  LINE_WIDTH: "line_width",
  CENTER_X: "center_x",
  CENTER_Y: "center_y",
  SRC: "src",
  ANGLE: "angle",
};

/** What a widget object answers to. Source: docs/reference/device-app-api/newAPI/ui. */
export const WIDGET_METHODS: readonly string[] = [
  "setProperty",
  "getProperty",
  "addEventListener",
  "removeEventListener",
  "getId",
  "getType",
];

/** Methods of `GROUP` and `VIEW_CONTAINER` only. */
export const CONTAINER_METHODS: readonly string[] = ["createWidget", "deleteWidget"];

/** Values of `align`; vertical and horizontal ones are told apart, so that a mix-up shows. */
export const ALIGN = { LEFT: 0, RIGHT: 1, CENTER_H: 2, TOP: 3, BOTTOM: 4, CENTER_V: 5 } as const;
export const TEXT_STYLE = { NONE: 0, WRAP: 1, CHAR_WRAP: 2, ELLIPSIS: 3 } as const;
