import { Dialog } from "./dialog.tsx";

type ConfirmProps = {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onAnswer: (yes: boolean) => void;
};

/** Asks before something that cannot be undone. Escape means no. */
export const Confirm = ({ title, text, yes, no, onAnswer }: ConfirmProps) => (
  <Dialog title={title} text={text} onClose={() => onAnswer(false)}>
    <div class="actions">
      <button type="button" class="button quiet" onClick={() => onAnswer(false)}>
        {no}
      </button>
      <button type="button" class="button danger" onClick={() => onAnswer(true)}>
        {yes}
      </button>
    </div>
  </Dialog>
);
