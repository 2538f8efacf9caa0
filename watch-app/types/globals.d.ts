// `@zeppos/device-types` declares the console's type but not its value.
declare var console: console;

/** Version of the package, put in by the build. */
declare const APP_VERSION: string;

declare module "@zos/ui" {
  function setStatusBarVisible(visible: boolean): void;
  /** Of a shortcut card, in pixels; only its height can be set. */
  function setAppWidgetSize(size: { h: number }): void;
  function getAppWidgetSize(): { w: number; h: number; margin: number; radius: number };
}

/** A page with members of its own, which `@zeppos/device-types` does not foresee. */
declare function Page<T extends Page.Option>(option: T & ThisType<T>): Page.Result;
