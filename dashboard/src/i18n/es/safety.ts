import type { SAFETY as EN } from "../en/safety.ts";
import type { Like } from "../message.ts";

export const SAFETY: Like<typeof EN> = {
  "safety.sub": "Cuándo parar, qué se sabe y qué no es esto.",
  "safety.stop": "Para enseguida y pide ayuda",
  "safety.stopText": "Pulsa parar en el reloj y llama a tu número de emergencias si aparece algo de esto:",
  "safety.stop1": "Dolor en el pecho, sensación de desmayo o mucha falta de aire",
  "safety.stop2": "Debilidad o adormecimiento nuevos en una pierna o en las dos",
  "safety.stop3": "Adormecimiento en los genitales, el ano o la cara interna de los muslos",
  "safety.stop4": "Dificultad nueva para orinar, o pérdida de control de la vejiga o del intestino",
  "safety.walk": "Deja de correr y vuelve a casa caminando",
  "safety.walk1": "Dolor de espalda o de pierna de 6 o más",
  "safety.walk2": "Dolor agudo, o dolor que te hace cojear",
  "safety.walk3": "Dolor que sube 3 o más durante la sesión",
  "safety.scale": "Leer el dolor",
  "safety.scaleText":
    "El plan usa un modelo de seguimiento del dolor (Silbernagel 2007): de 0 a 2 está bien, de 3 a 5 puede ser aceptable, por encima de 5 es demasiado. Debería calmarse para la mañana siguiente y no subir de una semana a otra.",
  "safety.known": "Qué se sabe",
  "safety.k1":
    "ASTEROID (Neason 2024): 40 personas adultas con dolor de espalda persistente hicieron sesiones de correr y caminar tres veces por semana durante 12 semanas con acompañamiento a distancia. El dolor medio fue unos 15 puntos de 100 más bajo que en una lista de espera. Fue un estudio pequeño. Siete de nueve lesiones leves fueron de rodilla o tobillo, así que preguntamos también por las piernas.",
  "safety.k2":
    "WalkBack (Pocovi 2024): 701 personas adultas recién recuperadas. Caminar cada vez más, con educación, redujo el riesgo de otro episodio que limita la actividad (cociente de riesgo 0,72). Caminar es un destino en sí mismo.",
  "safety.k3":
    "Pocovi 2022, 19 estudios: caminar o correr frente a una atención mínima supuso una diferencia pequeña en el dolor.",
  "safety.k4":
    "Schuster Brandt Frandsen 2025: una sola carrera que superaba en más de un 10 % la más larga de los últimos 30 días se asoció a más lesiones. El plan se queda por debajo.",
  "safety.k5":
    "Snook 1998: agacharse menos a primera hora del día fue acompañado de menos dolor. No dice nada en contra de caminar.",
  "safety.k6":
    "Wulf 2013: las señales que dirigen la atención hacia fuera funcionan mejor que pensar en los músculos. Las nuestras son así.",
  "safety.unknown": "Qué no pudimos respaldar",
  "safety.u1":
    "El artículo con el que empezó este proyecto da una cifra grande de alivio del dolor y nombra una revista. No encontramos tal trabajo, así que no la repetimos.",
  "safety.u2":
    "Nadie ha probado esta aplicación en un estudio. Varios límites del plan son criterio de expertos, y el código dice cuáles.",
  "safety.u3":
    "Ningún estudio respalda tensar el abdomen todo el tiempo al correr. Nuestra señal para el centro del cuerpo es una comprobación ligera, nada más.",
  "safety.u4":
    "Añadir como mucho una décima parte cada semana no redujo las lesiones cuando se probó (Buist 2008). El plan no usa esa regla.",
  "safety.isNot": "Qué no es esto",
  "safety.isNotText":
    "Backstride es un programa de ejercicio. No es un producto sanitario, no da ningún diagnóstico y no sustituye a un médico ni a un fisioterapeuta. Si algo te preocupa, consulta antes a uno de ellos.",
  "safety.dataText":
    "Lo que escribes se queda en esta instalación, en un ordenador o en una cuenta en la nube. No hay seguimiento y no se envía nada a nadie más.",
};
