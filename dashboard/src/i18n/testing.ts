import { speak, speakWhole } from "./languages.ts";

// Imported for its effect by tests of whatever speaks.
await speak("en");
await speakWhole();
