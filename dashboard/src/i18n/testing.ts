import { speak } from "./languages.ts";

// Imported for its effect by tests of whatever speaks.
await speak("en");
