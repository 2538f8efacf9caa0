import type { LocalDate } from "../../../../core/contract/primitives.ts";
import { tell } from "../../data/store.ts";

/** What was added, and how to take it back. */
export type Added = { readonly date: LocalDate; readonly undo: () => Promise<unknown> };

/** Takes back what was added. Each is an entry of its own: the log forgets nothing. */
export const undoSession = (sessionId: string, sessionDate: LocalDate) =>
  tell("session.deleted.v1", { sessionId, sessionDate });
export const undoVariety = (varietyId: string, varietyDate: LocalDate) =>
  tell("variety.deleted.v1", { varietyId, varietyDate });
