/**
 * Every number that a rule compares with, in one place. Nothing in the program changes them, and they are never tuned upward by
 * themselves. Sources: the pain-monitoring model (Silbernagel 2007: 0–2 safe, 3–5 acceptable, above 5 not, settled by the next
 * morning), two points as the change that matters on a 0–10 scale, single-session spikes (Schuster Brandt Frandsen 2025: 10 %
 * above the longest run of 30 days). Where no study sets a number it is expert judgement, marked EJ.
 */
export const THRESHOLDS = {
  /** BASE: median of daily pain of the last 14 days, never more than one above the reference, never above 5 (EJ). */
  base: { days: 14, minValues: 3, aboveReference: 1, max: 5 },
  /** Reference: may fall by one every 28 days, by two in all (EJ). */
  reference: { everyDays: 28, minValues: 3, maxFall: 2, maxUsualPain: 5 },
  red: { worst: 6, afterRise: 3, afterMin: 4, morningRise: 3, morningMin: 4 },
  amber: { effort: 7, worst: 4, worstRise: 2, morningRise: 2, morningMin: 3, morningHigh: 6, heartPct: 20 },
  neutral: { effort: 6 },
  /** A session counts as done from 90 % of its prescribed time; a bout within 3 s of its time is whole. */
  done: { pct: 90, boutSlackS: 3 },
  /** More running than prescribed by this share and by these seconds does not count towards moving up. */
  over: { pct: 110, s: 30 },
  /** GREEN sessions that a level needs before the next one; extra ones at a high BASE and after step backs (EJ). */
  greens: { first: 1, firstUpTo: 3, running: 2, beyond: 3, highBase: 4, stepBackDays: 60, maxExtra: 2 },
  ups: { weekDays: 7, perWeek: 2, monthDays: 28, perMonth: 6, monthFromLevel: 6, walkDays: 2 },
  /** Levels beyond 20 are offered after 14 days with AM of 2 at most. */
  offerBeyond: { days: 14, maxMorning: 2, minValues: 3 },
  ambersToStepBack: 2,
  redStepBack: 2,
  redHold: { quietFromDay: 2, quietRise: 1, walkLevel: 2, hours: 48 },
  trend: {
    days: 7,
    hold: { rise: 1, minValues: 2, minMean: 2 },
    step: { rise: 2, minValues: 3, minMean: 3 },
    pauseDays: 7,
    driftRise: 1.5,
    driftMean: 3,
    driftValues: 2,
    /** After this long under the drift rule, usual pain is asked anew. */
    askUsualPainDays: 28,
  },
  /** Days since the session that opened the gap → levels lost, and a ceiling (EJ). */
  gap: [
    { fromDay: 11, lose: 1, ceiling: 25 },
    { fromDay: 15, lose: 2, ceiling: 25 },
    { fromDay: 22, lose: 4, ceiling: 25 },
    { fromDay: 31, lose: 4, ceiling: 5 },
    { fromDay: 91, lose: 4, ceiling: 3 },
  ],
  /** The longest pause after which the old answers to the safety questions still count. */
  screenAnewAfterDays: 90,
  /** Invariants 1 and 2. */
  load: { days: 30, minRunS: 90, pct: 110, plusS: 90, minBoutS: 15, shortBoutS: 45, shortPct: 150, longPct: 134 },
  refer: {
    twoRedsDays: 14,
    threeRedsDays: 42,
    beforeHigh: 6,
    beforeHighDates: 3,
    beforeSevere: 8,
    rmdqRise: 5,
    walkLevel: 2,
    walkPain: 5,
    quietMornings: 3,
    restartLevel: 10,
    stepBack: 2,
  },
  gate: { ease: 4, easeRise: 2, easedLevel: 3, walk: 6, walkLevel: 1, rest: 8 },
  trialLevel: 5,
  repeatScreeningDays: 28,
  repeatQuestionnaireDays: 28,
  /** Until the safety questions are answered anew after such a pause, only walks up to this level. */
  anewWalkLevel: 3,
  schedule: {
    days: [2, 4, 6],
    runsPerWeek: 3,
    maxRunsIn7: 4,
    sessionsPerWeek: 5,
    fourthAfterDays: 28,
    fourthSharePct: 80,
    fourthNoRedDays: 14,
    lostLevelDays: 7,
    lookAheadDays: 28,
    wakeUp: "06:30",
    afterWakingMin: 60,
    /** A start less than this before the usual time of getting up is one after getting up early (EJ). */
    upEarlyMin: 180,
  },
  warmup: { soonAfterWakingS: 480 },
  /**
   * Exercises (plan-rules §9), seconds unless said otherwise. Snook 1998: little bending early in the day, so no knee to chest within
   * an hour of waking; the pain limit is that of the pain-monitoring model; seconds, changeovers and growth EJ.
   */
  blocks: {
    /** From this score on, at any site and moment of the day's session, there are none. */
    skipFrom: 4,
    /** Completed GREEN sessions for a stage; a RED takes one stage back; a pause this long starts anew. */
    greensPerStage: 6,
    pauseDays: 31,
    catS: 6,
    /** Five seconds up, and the way down. */
    cobraS: 8,
    /** The way from one repetition of the bird-dog to the next. */
    returnS: 2,
    warmup: { kneeS: 15, cats: 6, hipS: 15, readyS: 10 },
    floor: { sets: 2, kneeS: 20, cats: 8, hipS: 25, childS: 30, cobras: 6, readyS: 20, restS: 20, breathS: 10 },
    stages: [
      { planks: 2, plankS: 20, dogs: [4], dogS: 6 },
      { planks: 2, plankS: 25, dogs: [4], dogS: 8 },
      { planks: 2, plankS: 30, dogs: [4, 3], dogS: 8 },
      { planks: 3, plankS: 25, dogs: [5, 4], dogS: 8 },
      { planks: 3, plankS: 30, dogs: [5, 4, 3], dogS: 8 },
    ],
  },
  /** From the third session in a row that is NEUTRAL or AMBER, the sentence says what would change it. */
  stuckSessions: 3,
  /** AMBERs in a row at levels 0–1 after which a professional is suggested (no lock). */
  lowAmbers: { count: 6, maxLevel: 1 },
  adultAge: 18,
} as const;
