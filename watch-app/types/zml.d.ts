// zml's own declarations are untyped and reachable only by path; these cover the part that we use.

interface ZmlRequest {
  readonly method: string;
  readonly params: object;
}

interface ZmlPage {
  /** Asks the phone; rejects with `code` 1 (no handshake), 2 (no link), 3 (phone app asleep) or 4 (timeout). */
  request(data: ZmlRequest, options: { timeout: number }): Promise<unknown>;
}

interface ZmlSide {
  onRequest?(request: ZmlRequest, answer: (error: unknown, data?: unknown) => void): void;
  onSettingsChange?(change: { key?: string; newValue?: unknown; oldValue?: unknown }): void;
}

declare module "@zeppos/zml/base-app" {
  export function BaseApp<T extends App.Option>(options: T & ThisType<T>): T;
}

declare module "@zeppos/zml/base-page" {
  export function BasePage<T extends Page.Option>(options: T & ThisType<T & ZmlPage>): T;
}

declare module "@zeppos/zml/base-side" {
  type SideOptions = ZmlSide & { onInit?(): void; onRun?(): void; onDestroy?(): void };
  export function BaseSideService(options: SideOptions): object;
}
