import type { Server } from "node:http";

/** How long answers that are on their way may take when the host stops. */
const GRACE_MS = 500;

/** What has to be closed, newest first; closing twice is closing once. */
export class Closers {
  private readonly closers: (() => Promise<void>)[] = [];
  private closing: Promise<void> | null = null;

  add(close: () => Promise<void>): void {
    this.closers.push(close);
  }

  addServer(server: Server): void {
    this.add(
      () =>
        new Promise((resolve) => {
          const impatient = setTimeout(() => server.closeAllConnections(), GRACE_MS);
          server.close(() => {
            clearTimeout(impatient);
            resolve();
          });
          server.closeIdleConnections();
        }),
    );
  }

  closeAll(): Promise<void> {
    this.closing ??= this.run();
    return this.closing;
  }

  private async run(): Promise<void> {
    for (const close of this.closers.reverse()) await close();
  }
}
