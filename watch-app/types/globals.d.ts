// `@zeppos/device-types` declares the console's type but not its value.
declare var console: console;

/** Version of the package, put in by the build. */
declare const APP_VERSION: string;

declare module "@zos/ui" {
  function setStatusBarVisible(visible: boolean): void;
}

/** A page with members of its own, which `@zeppos/device-types` does not foresee. */
declare function Page<T extends Page.Option>(option: T & ThisType<T>): Page.Result;
