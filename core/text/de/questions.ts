import type { Catalogue } from "../catalogue.ts";

/** S1–S16 (plan-rules §7) in plain German, one yes or no each. */
export const QUESTIONS_DE: Catalogue["questions"] = {
  s1: "Spürst du neuerdings Taubheit oder Kribbeln zwischen den Beinen: an den Genitalien, am After, am Gesäß oder innen an den Oberschenkeln?",
  s2: "Fällt es dir neuerdings schwer, Wasser zu lassen oder zu halten, kannst du den Stuhl nicht mehr halten, oder hat sich das Gefühl beim Sex verändert?",
  s3: "Fühlen sich beide Beine neuerdings schwach, taub oder schmerzhaft an oder schlimmer als vorher, schleift ein Fuß, oder breitet sich Schwäche schnell aus?",
  s4: "Hattest du Schmerz oder Druck in der Brust, bist du ohnmächtig geworden, oder warst du ungewöhnlich kurzatmig, in Ruhe oder in Bewegung?",
  s4urgent: "Ist das gerade jetzt so?",
  s5: "Hat dieser Schmerz mit einem schweren Sturz, einem Unfall oder einem harten Schlag begonnen?",
  s5urgent: "War das vor Kurzem, und ist der Schmerz stark?",
  s6: "Hast du neben dem Rückenschmerz Fieber, fühlst du dich sehr krank, hattest du vor Kurzem eine schwere Infektion oder hast Drogen gespritzt, oder ist dein Immunsystem schwach?",
  s7: "Hast du ohne Grund Gewicht verloren, bleibt der Schmerz die ganze Nacht, ohne nachzulassen, oder ist das ein neuer Rückenschmerz nach einer Krebserkrankung?",
  s8: "Hast du Osteoporose, hast du lange Kortison genommen, oder bist du 65 oder älter und hast nach einer kleinen Belastung plötzlich neuen Schmerz?",
  s9: "Hast du unterhalb eines Knies Schmerz oder Kribbeln, stärker als dein Rückenschmerz oder neu?",
  s9urgent: "Fühlt sich dieses Bein oder dieser Fuß auch schwach an?",
  s10: "Ist dein Rücken jeden Morgen länger als eine halbe Stunde steif und wird mit Bewegung besser, weckt er dich in der zweiten Nachthälfte, und hat das angefangen, bevor du 45 warst?",
  s11: "Hast du eine Erkrankung von Herz, Lunge oder Nieren, Diabetes mit Folgen, einen Blutdruck, der nicht eingestellt ist, oder Momente, in denen du das Bewusstsein verlierst?",
  s12: "Bist du am Rücken operiert worden, hattest du einen Wirbelbruch, oder hat dir eine Ärztin oder ein Arzt vom Laufen abgeraten?",
  s13: "Bist du schwanger, oder hast du in den letzten 12 Monaten ein Kind bekommen?",
  s14: "Hast du dir in den letzten 6 Wochen Bein, Fuß oder Hüfte verletzt, oder tut ein Knochen am Schienbein oder Fuß weh, wenn du hüpfst?",
  s15: "Ist dein Rückenschmerz gewöhnlich 6 oder mehr von 10, oder hat diese Woche starker neuer Schmerz begonnen?",
  s16: "Bist du unter 18, oder bist du 70 oder älter und Training nicht gewohnt?",
  s16urgent: "Bist du unter 18?",
};
