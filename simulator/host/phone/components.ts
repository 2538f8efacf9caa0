import { SimulatorError } from "../errors.ts";

export type SettingsNode = {
  readonly type: string;
  readonly props: Record<string, unknown>;
  readonly children: readonly (SettingsNode | string)[];
};

/** Components of the settings page with the properties their pages list. Source: docs/reference/app-settings-api/ui. */
const COMPONENTS: Readonly<Record<string, string>> = {
  View: "style onClick",
  Section: "style title description",
  Text: "style align bold italic paragraph",
  TextInput: "label disabled multiline placeholder rows bold value onChange settingsKey labelStyle subStyle maxLength",
  Button: "color style label onClick",
  Toggle: "label settingsKey value onChange",
  Select: "label options multiple value onChange title settingsKey",
  Slider: "label max min step value onChange settingsKey",
  Link: "source",
  Image: "style src alt width height",
  TextImageRow: "label sublabel icon iconColor rounded iconRight",
  Toast: "duration horizontal message vertical visible onClose",
};

/** The component functions a settings page finds as globals. */
export function componentFunctions(violation: (error: SimulatorError) => void): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(COMPONENTS).map(([type, known]) => [
      type,
      (props?: Record<string, unknown> | null, children?: unknown): SettingsNode => {
        for (const name of Object.keys(props ?? {})) {
          if (known.split(" ").includes(name)) continue;
          const page = `docs/reference/app-settings-api/ui/${type.toLowerCase()}`;
          const error = new SimulatorError("property", `${type} has no property "${name}" (${page}).`);
          violation(error);
          throw error;
        }
        return { type, props: props ?? {}, children: childrenOf(children) };
      },
    ]),
  );
}

export function childrenOf(children: unknown): (SettingsNode | string)[] {
  if (Array.isArray(children)) return children.flatMap(childrenOf);
  if (children === null || children === undefined || typeof children === "boolean") return [];
  if (typeof children === "object") return [children as SettingsNode];
  return [String(children)];
}
