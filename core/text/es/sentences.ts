import { FIRST_RUN_LEVEL, rungOf } from "../../ladder/ladder.ts";
import type { Catalogue, Inputs } from "../catalogue.ts";

/** "nivel 9, 9 tramos corriendo de 30 segundos" */
function outing(level: unknown): string {
  const { runS, reps, walkS } = rungOf(Number(level));
  if (runS === 0) return `nivel ${level}, un paseo de ${walkS / 60} minutos`;
  return `nivel ${level}, ${reps} tramos corriendo de ${runS < 120 ? `${runS} segundos` : minutes(runS)}`;
}

function minutes(seconds: number): string {
  const rest = seconds % 60;
  return rest === 0 ? `${seconds / 60} minutos` : `${Math.floor(seconds / 60)} min ${rest} s`;
}

const because = (reason: string, fallback: string) => (reason === "" ? fallback : `La última vez ${reason}`);
/** Below level 0 there is nothing to step back to. */
const lowered = ({ from, to }: Inputs, words: string) => `${from === to ? "nos quedamos en el" : words} ${outing(to)}`;
const greens = ({ streak, needed }: Inputs) => `llevas ${streak} de ${needed} sesiones cómodas en este nivel`;

const MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");
/** "1 de diciembre de 2026" */
const day = (date: string) =>
  `${Number(date.slice(8))} de ${MONTHS[Number(date.slice(5, 7)) - 1]} de ${date.slice(0, 4)}`;

export const SENTENCES_ES: Catalogue["sentences"] = {
  "S.minor": () => "Backstride está hecho para personas adultas, así que todavía no hay aquí un plan para ti.",
  "S.lock": ({ kind }) =>
    kind === "C"
      ? "Correr tendrá que esperar hasta que un profesional sanitario diga que está bien para ti."
      : "Tu plan se ha detenido: lo que nos has contado necesita antes a un profesional sanitario.",
  "R.pain": () =>
    "Correr tendrá que esperar: el dolor o la dificultad para moverte han aparecido demasiado a menudo últimamente, así que habla con un profesional sanitario, por favor.",
  "S.first": () =>
    "Te damos la bienvenida. Primero vienen dieciséis preguntas breves de seguridad; después planeamos tu primera salida.",
  "P.place": () => "Ya casi está: dinos cuánto puedes caminar con comodidad y planeamos tu primera salida.",
  "P.pause": ({ until }) =>
    until === null
      ? "Tu plan está en pausa hasta que digas lo contrario."
      : `En pausa hasta el ${day(String(until))}. Disfruta del descanso.`,
  "D.unwell": () => "No te encuentras bien, así que hoy toca descansar.",
  "D.rest": ({ pre }) => `El dolor está ahora en ${pre} sobre 10, así que hoy toca descansar.`,
  "U.red-hold": ({ level }) => `Tu espalda se lo toma con calma por ahora: ${outing(level)}, si te resulta cómodo.`,
  "S.anew": ({ level }) =>
    `Ha pasado mucho tiempo, así que empezamos con suavidad: ${outing(level)}, hasta que respondas otra vez a las preguntas de seguridad.`,
  "D.walk": ({ pre, level }) =>
    `El dolor está ahora en ${pre} sobre 10: solo ${outing(level)}, o descanso si lo prefieres.`,
  "D.ease": ({ pre, level }) =>
    `El dolor está en ${pre}, más de lo habitual en ti, así que hoy es más fácil: ${outing(level)}.`,
  "U.step-back-2": (inputs, reason) =>
    `${because(reason, "La última sesión fue demasiado")}, así que ${lowered(inputs, "bajamos al")}.`,
  "U.red-again": ({ level }, reason) =>
    `${because(reason, "La última sesión fue demasiado")}, así que seguimos abajo: ${outing(level)}.`,
  "T.step": (inputs) =>
    `Tus mañanas han sido más dolorosas a lo largo de dos semanas, así que ${lowered(inputs, "volvemos al")}.`,
  "U.trial": ({ to }, reason) =>
    `${because(reason, "La sesión de prueba fue un poco excesiva")}, así que empezamos en el ${outing(to)}.`,
  "U.step-back-1": (inputs, reason) =>
    `${because(reason, "La última sesión fue un poco excesiva")}, por segunda vez seguida, así que ${lowered(inputs, "volvemos al")}.`,
  "G.gap": ({ days, from, to }) =>
    `Han pasado ${days} días desde tu última ${Number(from) > FIRST_RUN_LEVEL ? "carrera" : "sesión"}, así que volvemos poco a poco: ${outing(to)}.`,
  "I.load": ({ to }) =>
    `Tus piernas han corrido menos en los últimos 30 días, así que volvemos a subir desde el ${outing(to)}.`,
  "I.ceiling": ({ to }) => `Tu plan se queda dentro del límite fijado para ti: ${outing(to)}.`,
  "P.easier": ({ level }) => `Como elegiste, una sesión más fácil: ${outing(level)}.`,
  "T.rise": () => "Tus mañanas han sido algo más dolorosas últimamente, así que nos quedamos en este nivel.",
  "T.after-step": () => "Bajamos hace unos días, así que esta semana sigue en el mismo nivel.",
  "T.drift": () => "Tus mañanas han sido más dolorosas de lo habitual en ti, así que nos quedamos en este nivel.",
  "H.week": () => "Has subido dos veces en una semana, así que tu cuerpo tiene tiempo para asentarse en este nivel.",
  "H.month": () => "Has subido mucho este mes, así que tu cuerpo tiene tiempo para asentarse en este nivel.",
  "H.walk": () => "Acabas de subir, así que este nivel tiene un día más.",
  "H.load": () =>
    "El siguiente nivel sería un salto demasiado grande respecto a tus últimos 30 días, así que por ahora nos quedamos aquí.",
  "H.opt-in": () =>
    "Has llegado al nivel 20, una meta completa. Quédate aquí y combínalo con otras cosas que te gusten.",
  "H.top": () => "Estás en lo más alto de la escalera. Quédate aquí y combínalo con otras cosas que te gusten.",
  "H.ceiling": ({ ceiling }) => `Has llegado al nivel ${ceiling}, el límite fijado para ti, y aquí nos quedamos.`,
  "H.lock": () => "Nos quedamos en este nivel mientras el plan está en espera.",
  "U.await": ({ tomorrow }) =>
    tomorrow === true
      ? "Bien hecho. Mañana por la mañana, dinos cómo está tu espalda: eso decide el siguiente paso."
      : "¿Cómo está tu espalda esta mañana? Tu respuesta decide el siguiente paso.",
  "U.low-ambers": () =>
    "Incluso las salidas cortas llevan un tiempo siendo incómodas. Un profesional sanitario puede ayudarte a averiguar por qué.",
  "U.stuck": ({ level }, reason) =>
    `${because(reason, "Todavía no ha sido del todo cómodo")}, así que seguimos en el nivel ${level}.`,
  "U.amber": ({ level }, reason) =>
    `${because(reason, "La última sesión fue un poco excesiva")}, así que seguimos en el nivel ${level} y ya veremos.`,
  "U.neutral": ({ level }, reason) =>
    `${because(reason, "La última sesión no cuenta ni a favor ni en contra")}, así que seguimos en el nivel ${level}.`,
  "U.progress": ({ to }) => `Fue cómodo, así que subes al ${outing(to)}.`,
  "U.hold": (inputs) => `Va bien: ${greens(inputs)}. Otra vez lo mismo.`,
  "P.restart": ({ level }) => `Qué bien tenerte de vuelta. Empezamos con suavidad: ${outing(level)}.`,
  "P.start": ({ level }) => `Tu primera salida: ${outing(level)}. Tan suave que puedas ir charlando todo el camino.`,
};

export const STUCK_ES =
  "Lo que te hace avanzar: una sesión completa, con esfuerzo suave, con todas sus puntuaciones y una mañana tranquila después.";
