import type { QUESTIONNAIRE as EN } from "../en/questionnaire.ts";
import type { Like } from "../message.ts";

export const QUESTIONNAIRE: Like<typeof EN> = {
  "ask.title": "Cómo te limita la espalda",
  "ask.sub": "Dos cuestionarios breves cada cuatro semanas. Muestran en Tendencias si el día a día se hace más fácil.",
  "ask.none": "Ahora no hay nada que responder. Preguntamos de nuevo cuatro semanas después.",
  "ask.rmdq": "Lo que hoy es cierto para ti",
  "ask.english": "Son las palabras publicadas del cuestionario Roland-Morris, en inglés.",
  "ask.rmdqSave": (count) =>
    count === 1 ? `Guardar con ${count} frase marcada` : `Guardar con ${count} frases marcadas`,
  "ask.psfs": "Actividades tuyas",
  "ask.psfsText": "Nombra hasta tres cosas que te cuestan por la espalda. La próxima vez preguntamos por las mismas.",
  "ask.activity": (number) => `Actividad ${number}`,
  "ask.how": (activity) => `Qué tal puedes hacerlo ahora: ${activity}`,
  "ask.least": "0 no puedo",
  "ask.most": "10 como antes",
  "ask.psfsMissing": "Nombra al menos una actividad y da un número a cada una.",
  "ask.saved": "Gracias. Aparece en Tendencias.",
};
