/** Contexts of the watch that may use an entry. */
export type ContextKind = "app" | "page" | "service" | "card";

/**
 * One documented name of a module. `page` is where it is documented (a path in the platform's docs repository), `level`
 * the API_LEVEL it starts at, `permission` what app.json must declare for its use.
 */
export type Entry = {
  readonly kind: "function" | "class" | "object" | "constant";
  readonly page: string;
  readonly level: string;
  readonly permission?: string;
  /** False: not available in an app service. */
  readonly inService: boolean;
  /** False: a shortcut card may not use it. */
  readonly inCard: boolean;
  /** Methods of a class or members of an object, with their API_LEVEL. None: made to be extended, so anything goes. */
  readonly members?: Readonly<Record<string, string>>;
};

export type ModuleSpec = { readonly name: string; readonly entries: Readonly<Record<string, Entry>> };

type Extra = { level?: string; permission?: string; inService?: boolean; inCard?: boolean; page?: string };

const NEW_API = "docs/reference/device-app-api/newAPI";

/** Where app services' limits are documented. */
export const APP_SERVICE_PAGE = "docs/guides/framework/device/app-service";

/** Where the limits of shortcut cards are documented. */
export const CARD_PAGE = "docs/guides/framework/device/secondary-widget";

/** Uses of the messaging library and of alarm-driven services that no reference page describes. */
export const UNDOCUMENTED = "none: used by @zeppos/zml 0.0.43";

/** Helpers that fill in what entries of one module share: the folder of the documentation and the first API_LEVEL. */
export function entriesOf(folder: string, level: string) {
  const entry = (kind: Entry["kind"], page: string, extra: Extra, members?: Record<string, string>): Entry => ({
    kind,
    page: extra.page ?? `${NEW_API}/${folder}/${page}`,
    level: extra.level ?? level,
    inService: extra.inService ?? true,
    inCard: extra.inCard ?? true,
    ...(extra.permission === undefined ? {} : { permission: extra.permission }),
    ...(members === undefined ? {} : { members }),
  });
  return {
    fn: (page: string, extra: Extra = {}) => entry("function", page, extra),
    cls: (page: string, members?: Record<string, string>, extra: Extra = {}) => entry("class", page, extra, members),
    object: (page: string, members: Record<string, string>, extra: Extra = {}) => entry("object", page, extra, members),
    constants: (page: string, names: string, extra: Extra = {}) =>
      Object.fromEntries(names.split(" ").map((name) => [name, entry("constant", page, extra)])),
  };
}

/** `"a b@3.0"` → `{ a: level, b: "3.0" }`. */
export function members(level: string, names: string): Record<string, string> {
  return Object.fromEntries(
    names.split(" ").map((item) => {
      const [name = item, own = level] = item.split("@");
      return [name, own];
    }),
  );
}
