import type { RULEBOOK as EN } from "../en/rulebook.ts";
import type { Like } from "../message.ts";

export const RULEBOOK: Like<typeof EN> = {
  "rules.title": "Las reglas del plan",
  "rules.sub":
    "Cada plan sale de estas reglas y de nada más. Las mismas respuestas dan siempre el mismo plan. Criterio experto: ningún estudio fija el número.",
  "rules.S": "Primero: preguntas de seguridad",
  "rules.R": "Descanso y consulta",
  "rules.C": "Cómo se lee una sesión; cuenta lo peor",
  "rules.U": "Qué hace eso con tu nivel",
  "rules.T": "Las mañanas de dos semanas",
  "rules.H": "Qué frena un nivel",
  "rules.G": "Tras una pausa",
  "rules.I": "Límites de todo plan",
  "rules.D": "Antes de la sesión de hoy",
  "rules.P": "Lo que decides tú",
  "rules.W": "Qué día",
  "rules.study": "de un estudio",
  "rules.care": "cautela habitual ante señales de alarma",
  "rules.judgement": "criterio experto",
  "rules.person": "tuya o de tu fisioterapeuta",
  "rules.ladder": "La escalera",
  "rules.ladderText": "Correr y luego caminar, tantas veces. Los niveles por encima del 20 necesitan tu sí.",
  "rules.level": "Nivel",
  "rules.run": "Correr",
  "rules.walk": "Caminar",
  "rules.times": "Veces",
  "rules.whole": "En total",
};
