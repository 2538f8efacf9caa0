import { useRef, useState } from "preact/hooks";
import { focusFirstError } from "./field.tsx";

/** A form that says what is missing only once it was sent. `send` resolves to false when an answer has to be given otherwise: the focus goes there. */
export function useForm(send: () => boolean | Promise<boolean>) {
  const ref = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  async function onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!(await send())) focusFirstError(ref.current);
  }
  return { tried, setTried, form: { ref, onSubmit, noValidate: true } };
}
