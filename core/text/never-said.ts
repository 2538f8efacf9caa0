import type { Language } from "../contract/primitives.ts";

/** Promises that no evidence backs (plan-rules §1), by language: no text of ours may hold such a word. For tests. */
export const PROMISES: Readonly<Record<Language, RegExp>> = {
  en: /\b(treat(s|ed|ing|ments?)?|heal(s|ed|ing)?|prevent\w*|cure[sd]?)\b/i,
  de: /(?<!\p{L})(behand[le]\p{L}*|heil\p{L}*|geheilt|verhinder\p{L}*|vorbeug\p{L}*|beugt vor|kurier\p{L}*|therapier\p{L}*)/iu,
  es: /(?<!\p{L})(tratamientos?|trata(r|n)?|cura(r|n|s)?|sana(r|n)?|previen\p{L}*|preven\p{L}*)(?!\p{L})/iu,
  fr: /(?<!\p{L})(traite(r|ment|nt|ments)?|gu[ée]ri\p{L}*|soigne(r|nt)?|pr[ée]vient|pr[ée]venir|pr[ée]vention)(?!\p{L})/iu,
  zh: /治疗(?!师)|治愈|痊愈|预防|根治|疗效/,
};

/** Judgements, of the back or of the person, that what the plan says may not hold. For tests. */
export const JUDGEMENTS: Readonly<Record<Language, RegExp>> = {
  en: /\b(diagnos\w*|cleared|fail\w*|should have|lazy|wrong)\b/i,
  de: /(?<!\p{L})(diagnos\p{L}*|versag\p{L}*|faul|schuld|hättest|falsch)(?!\p{L})/iu,
  es: /(?<!\p{L})(diagn[oó]stic\p{L}*|fracas\p{L}*|fallo|fallaste|culpa|perezos\p{L}*|deberías haber|mal hecho)(?!\p{L})/iu,
  fr: /(?<!\p{L})(diagnosti\p{L}*|[ée]chou\p{L}*|[ée]chec|faute|paresseu\p{L}*|aurais dû)(?!\p{L})/iu,
  zh: /诊断|失败|懒|你的错|你应该早|不及格/,
};
