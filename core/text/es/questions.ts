import type { Catalogue } from "../catalogue.ts";

/** S1–S16 (plan-rules §7) in plain Spanish, one yes or no each. */
export const QUESTIONS_ES: Catalogue["questions"] = {
  s1: "¿Has notado hace poco adormecimiento u hormigueo entre las piernas: en los genitales, el ano, las nalgas o la cara interna de los muslos?",
  s2: "¿Te cuesta desde hace poco orinar o aguantar la orina, has perdido el control del intestino o ha cambiado la sensibilidad en las relaciones sexuales?",
  s3: "¿Notas desde hace poco debilidad, adormecimiento o dolor en las dos piernas, o más que antes, arrastras un pie, o se extiende rápidamente la debilidad?",
  s4: "¿Has tenido dolor o presión en el pecho, un desmayo o una falta de aire poco habitual, en reposo o en movimiento?",
  s4urgent: "¿Te está pasando ahora?",
  s5: "¿Empezó este dolor con una caída grave, un accidente o un golpe fuerte?",
  s5urgent: "¿Fue hace poco y el dolor es intenso?",
  s6: "Además del dolor de espalda, ¿tienes fiebre, te encuentras muy mal, has tenido hace poco una infección grave o te has inyectado drogas, o tienes las defensas bajas?",
  s7: "¿Has perdido peso sin motivo, el dolor sigue toda la noche sin aliviarse nunca, o es un dolor de espalda nuevo después de haber tenido cáncer?",
  s8: "¿Tienes osteoporosis, has tomado corticoides mucho tiempo, o tienes 65 años o más y un dolor nuevo y repentino tras un pequeño esfuerzo?",
  s9: "¿Tienes dolor u hormigueo por debajo de una rodilla, peor que el dolor de espalda, o nuevo?",
  s9urgent: "¿Notas además débil esa pierna o ese pie?",
  s10: "¿Tienes la espalda rígida más de media hora cada mañana y mejora al moverte, te despierta en la segunda mitad de la noche, y empezó antes de los 45 años?",
  s11: "¿Tienes una enfermedad del corazón, del pulmón o del riñón, diabetes con complicaciones, la tensión sin controlar, o pérdidas de conocimiento?",
  s12: "¿Te han operado de la espalda, has tenido una fractura de columna, o te ha dicho un médico que no corras?",
  s13: "¿Estás embarazada, o has dado a luz en los últimos 12 meses?",
  s14: "¿Te has lesionado una pierna, un pie o la cadera en las últimas 6 semanas, o te duele un hueso de la espinilla o del pie al saltar?",
  s15: "¿Tu dolor de espalda habitual es de 6 o más sobre 10, o ha empezado esta semana un dolor nuevo e intenso?",
  s16: "¿Tienes menos de 18 años, o tienes 70 o más y no sueles hacer ejercicio?",
  s16urgent: "¿Tienes menos de 18 años?",
};
