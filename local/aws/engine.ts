import { createRequire } from "node:module";
import { HostError } from "../error.ts";

/** The part of the table engine's store that is needed to look whether it opens. */
type Store = { open(): Promise<void>; close(): Promise<void> };
type StoreModule = { readonly Level: new (path: string) => Store };

/**
 * Opens and closes the store as the table engine will. The engine itself says nothing about a store that it cannot open: it
 * answers no request, and ends the process.
 * @throws HostError naming the folder when the store is damaged or in use
 */
export async function proveStore(folder: string): Promise<void> {
  const ours = createRequire(import.meta.url);
  const { Level } = createRequire(ours.resolve("dynalite"))("level") as StoreModule;
  const store = new Level(folder);
  try {
    await store.open();
    await store.close();
  } catch (error) {
    const { cause } = error as { readonly cause?: unknown };
    const reason = cause instanceof Error ? cause.message : String(error);
    throw new HostError(
      `The table in ${folder} cannot be opened (${reason}). If no other Backstride uses it, it is damaged: put back a copy of the data folder, or move it away to begin anew.`,
      error,
    );
  }
}
