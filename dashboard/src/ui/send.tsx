import type { BackstrideError } from "../../../core/error.ts";
import { Failure } from "./notice.tsx";

type SendProps = {
  readonly label: string;
  readonly busy: boolean;
  readonly error: BackstrideError | undefined;
  readonly quiet?: boolean;
};

/** The end of a form: what went wrong when it was sent, and the button that sends it. */
export const Send = ({ label, busy, error, quiet = false }: SendProps) => (
  <>
    <Failure error={error} />
    <button type="submit" class={quiet ? "button quiet" : "button"} disabled={busy}>
      {label}
    </button>
  </>
);
