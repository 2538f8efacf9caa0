import type { Catalogue } from "../catalogue.ts";

export const CHANGES_ES: Catalogue["changes"] = {
  "S.minor": () => "Vuelve cuando tengas 18 años, o corrige tu respuesta si fue un descuido.",
  "S.lock": () => "Cuando te haya valorado un profesional sanitario, dínoslo, junto con tu dolor habitual de ahora.",
  "R.pain": ({ quiet }) =>
    quiet === 3
      ? "Tus mañanas han sido tranquilas. Cuando te sientas a punto, dínoslo, junto con tu dolor habitual de ahora."
      : "Tres mañanas tranquilas seguidas, y después que nos digas que ya puedes seguir.",
  "S.first": () => "Responde a las dieciséis preguntas de seguridad.",
  "P.place": () => "Dinos cuánto tiempo puedes caminar con comodidad y si ya trotas.",
  "P.pause": () => "Termina la pausa cuando quieras.",
  "D.unwell": () => "Volver a sentirte bien. Por favor, mira otra vez las preguntas de seguridad 1 a 8.",
  "D.rest": () => "Una espalda más tranquila. Por favor, mira otra vez las preguntas de seguridad 1 a 8.",
  "D.walk": () => "Una espalda más tranquila. Por favor, mira otra vez las preguntas de seguridad 1 a 8.",
  "D.ease": () => "Una espalda más tranquila trae de vuelta la sesión prevista.",
  "U.red-hold": ({ quiet, answered }) => {
    if (quiet === true) return "Responde a las preguntas de seguridad 1 a 8 y podrás volver a correr.";
    if (answered === true) return "Una mañana tranquila, al menos dos días después, y podrás volver a correr.";
    return "Una mañana tranquila, al menos dos días después, y las preguntas de seguridad 1 a 8 respondidas.";
  },
  "S.anew": () => "Responde otra vez a las dieciséis preguntas de seguridad.",
  "S.repeat": ({ since }) =>
    `${typeof since === "string" ? "Por favor" : "Han pasado cuatro semanas: por favor"}, responde otra vez a las preguntas de seguridad 1 a 8.`,
  "C.neutral.morning": () => "La puntuación de la mañana después de tu sesión. Sin ella, la sesión no puede contar.",
  "C.neutral.missing": () =>
    "Todas las puntuaciones de una sesión: antes, en el peor momento, después, y cuánto esfuerzo te costó.",
  "T.step": () => "Mañanas más tranquilas durante la próxima semana.",
  "T.rise": () => "Mañanas más tranquilas en los próximos días.",
  "T.drift": () => "Mañanas otra vez cerca de lo habitual en ti.",
  "T.usual-pain": () => "Dinos de nuevo cuál es tu dolor habitual: puede haber cambiado.",
  "H.opt-in": ({ offer }) =>
    offer === true ? "Hay carreras más largas si te apetecen: elígelas en los límites de tu plan." : "",
  "G.gap": () => "Cada sesión cómoda te vuelve a subir.",
  "U.hold": ({ streak, needed }) => {
    const more = Number(needed) - Number(streak);
    if (more <= 0) return "La serie está completa: el siguiente nivel llega en cuanto nada lo frene.";
    return more === 1 ? "Una sesión cómoda más y subes." : `${more} sesiones cómodas más y subes.`;
  },
};
