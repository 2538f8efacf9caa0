import type { Language } from "../contract/primitives.ts";

/** Words that no text of ours may hold (plan-rules §1), by language: promises that no evidence backs, and blame. For tests. */
export const NEVER_SAID: Readonly<Record<Language, RegExp>> = {
  en: /\b(treat\w*|heal(s|ed|ing)?|prevent\w*|cure[sd]?|diagnos\w*|cleared|fail\w*|should have|lazy|wrong)\b/i,
  de: /\b(behand\w*|heil\w*|geheilt|verhinder\w*|vorbeug\w*|beugt vor|kurier\w*|therapier\w*|diagnos\w*|versag\w*|faul|schuld|hättest)\b/i,
  es: /(?<!\p{L})(tratamiento\w*|trata(r|n)?|cura(r|n|s)?|sana(r|n)?|previen\w*|preven\w*|diagn[oó]stic\w*|fracas\w*|fall(o|aste)|culpa|perezos\w*|deberías haber)(?!\p{L})/iu,
  fr: /(?<!\p{L})(traite(r|ment|nt|ments)?|gu[ée]ri\w*|soigne(r|nt)?|pr[ée]vient|pr[ée]venir|pr[ée]vention|diagnosti\w*|[ée]chou\w*|[ée]chec|faute|paresseu\w*|auriez dû)(?!\p{L})/iu,
  zh: /治疗(?!师)|治愈|痊愈|预防|根治|疗效|诊断|失败|懒|你的错|你应该早/,
};
