const NAME = "backstride.signed-in";

/** Whether this browser has signed in before. A browser that refuses storage just has to sign in each time. */
export const marker = {
  get(): boolean {
    try {
      return localStorage.getItem(NAME) !== null;
    } catch {
      return false;
    }
  },
  set(signedIn: boolean): void {
    try {
      if (signedIn) localStorage.setItem(NAME, "yes");
      else localStorage.removeItem(NAME);
    } catch {
      // Nothing to keep it in: the page works, and asks again next time.
    }
  },
};
