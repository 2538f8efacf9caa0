// The Zepp phone app's side: the side service and the settings page. `@zeppos/device-types` knows only the watch.

interface SettingsStorage {
  getItem(key: string): string | null | undefined;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

declare const settings: { readonly settingsStorage: SettingsStorage };

/** Some phones take one object, some take `(url, init)`; the answer's shape differs too (see app-side/http.ts). */
declare function fetch(request: string | object, init?: object): Promise<unknown>;

declare function AppSideService(options: object): unknown;

interface SettingsProps {
  readonly settingsStorage: SettingsStorage;
}
declare function AppSettingsPage(options: { build(props: SettingsProps): unknown }): unknown;
declare function View(style: object, children: readonly unknown[]): unknown;
declare function Section(options: { title?: string; description?: string }, children: readonly unknown[]): unknown;
declare function Text(style: object, children: readonly unknown[] | string): unknown;
declare function TextInput(options: {
  label: string;
  placeholder?: string;
  settingsKey?: string;
  onChange?: (value: string) => void;
}): unknown;
declare function Button(options: { label: string; color?: string; onClick: () => void }): unknown;

declare module "i18n" {
  export function gettext(key: string): string;
}
