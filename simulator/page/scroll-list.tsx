import type { ComponentChildren } from "preact";
import type { WidgetProps } from "../host/widgets.ts";

type ItemConfig = {
  type_id: number;
  item_height: number;
  item_bg_color: number;
  item_bg_radius: number;
  text_view?: (WidgetProps & { key: string })[];
};

type Rows = { config: ItemConfig; data: Record<string, unknown> }[];

/** The rows of a SCROLL_LIST, each with the item type it is drawn by. */
function rowsOf(props: WidgetProps): Rows {
  const configs = (props.item_config ?? []) as ItemConfig[];
  const types = (props.data_type_config ?? []) as { start: number; end: number; type_id: number }[];
  return ((props.data_array ?? []) as Record<string, unknown>[]).flatMap((data, row) => {
    const type = types.find(({ start, end }) => row >= start && row <= end)?.type_id;
    const config = configs.find(({ type_id }) => type_id === type) ?? configs[0];
    return config === undefined ? [] : [{ config, data }];
  });
}

type Props = {
  props: WidgetProps;
  colour: (value: number) => string;
  drawText: (props: WidgetProps) => ComponentChildren;
  onTap: (row: number) => void;
};

export function ScrollRows({ props, colour, drawText, onTap }: Props) {
  return rowsOf(props).map(({ config, data }, row) => {
    const style = {
      height: `${config.item_height}px`,
      background: colour(config.item_bg_color),
      borderRadius: `${config.item_bg_radius}px`,
    };
    return (
      <button type="button" class="row" style={style} key={row} onClick={() => onTap(row)}>
        {(config.text_view ?? []).map((view) => drawText({ ...view, text: String(data[view.key] ?? "") }))}
      </button>
    );
  });
}
