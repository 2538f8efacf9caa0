import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

type DialogProps = {
  readonly title: string;
  readonly text: string;
  /** Called for Escape too. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
};

/** A question that has to be answered before anything else; afterwards the focus is where it was. */
export function Dialog({ title, text, onClose, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} aria-describedby={`${id}-text`} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      <p id={`${id}-text`}>{text}</p>
      {children}
    </dialog>
  );
}
