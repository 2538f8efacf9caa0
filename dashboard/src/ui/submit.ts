import { useState } from "preact/hooks";
import { BackstrideError } from "../../../core/error.ts";

export type Submit = {
  readonly busy: boolean;
  readonly error: BackstrideError | undefined;
  /** Runs the work once at a time; true when it went through. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
  /** The sentence for one field, if it is the one at fault. */
  readonly errorFor: (field: string) => string | undefined;
  /** The error when it belongs to none of the fields shown. */
  readonly errorBeside: (...fields: readonly string[]) => BackstrideError | undefined;
};

/** The state of a form that talks to the service. */
export function useSubmit(): Submit {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<BackstrideError>();
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setError(undefined);
    try {
      await work();
      return true;
    } catch (cause) {
      setError(cause instanceof BackstrideError ? cause : new BackstrideError("internal", String(cause)));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    error,
    run,
    errorFor: (field) => (error?.field === field ? error.message : undefined),
    errorBeside: (...fields) => (error !== undefined && !fields.includes(error.field ?? "") ? error : undefined),
  };
}
