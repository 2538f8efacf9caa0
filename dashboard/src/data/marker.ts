import { remembered } from "./remembered.ts";

const signedIn = remembered("backstride.signed-in");

/** Whether this browser has signed in before. One that keeps nothing has to sign in each time. */
export const marker = {
  get: (): boolean => signedIn.get() !== null,
  set: (value: boolean): void => signedIn.set(value ? "yes" : null),
};
