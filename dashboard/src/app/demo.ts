/** `npm start -- --demo` marks each page that it serves (`local/front/static.ts`): the person on it is invented. */
export const DEMO: boolean = document.documentElement.hasAttribute("data-demo");
