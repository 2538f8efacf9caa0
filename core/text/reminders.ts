import type { ReminderKind } from "../contract/bus.ts";
import type { Language } from "../contract/primitives.ts";

type Reminders = Readonly<Record<ReminderKind, string>>;

/** What a locked screen may show: that something waits, and nothing about a back, a leg or a level. */
export const REMINDERS: Readonly<Record<Language, Reminders>> = {
  en: { session: "Your outing for today is ready when you are.", morning: "A short check-in is waiting for you." },
  de: { session: "Deine Runde für heute ist bereit, wann du magst.", morning: "Ein kurzer Check-in wartet auf dich." },
  es: { session: "Tu salida de hoy está lista cuando quieras.", morning: "Te esperan unas preguntas breves." },
  fr: { session: "Ta sortie du jour est prête quand tu veux.", morning: "Quelques questions rapides t’attendent." },
  zh: { session: "今天的训练已准备好，随时可以开始。", morning: "有几个简短的问题在等你。" },
};
