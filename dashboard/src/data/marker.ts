import * as v from "valibot";
import { Person } from "../../../core/contract/auth.ts";
import { remembered } from "./remembered.ts";

const NAME = "backstride.person";
const signedIn = remembered(NAME);

function parsed(text: string | null): Person | null {
  try {
    const result = v.safeParse(Person, JSON.parse(text ?? "null"));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** Who has signed in at this browser. One that keeps nothing has to sign in each time. */
export const marker = {
  get: (): Person | null => parsed(signedIn.get()),
  set: (person: Person | null): void => signedIn.set(person === null ? null : JSON.stringify(person)),
};

/** Says when another tab signs in or out. */
export function onOtherTab(tell: () => void): void {
  window.addEventListener("storage", ({ key }) => {
    if (key === NAME || key === null) tell();
  });
}
