import type { DEVICES as EN } from "../en/devices.ts";
import type { Like } from "../message.ts";

export const DEVICES: Like<typeof EN> = {
  "devices.pair": "Vincular un reloj",
  "devices.pairText":
    "Abre Backstride en los ajustes de la aplicación Zepp de tu teléfono, o en el reloj simulado. Muestra un código de ocho letras.",
  "devices.code": "Código de tu teléfono",
  "devices.codeHint": "Solo letras, por ejemplo BDFG-HJKL. El guion no importa.",
  "devices.codeMissing": "Escribe el código que muestra el teléfono.",
  "devices.look": "Vincular",
  "devices.found": "¿Es este tu reloj?",
  "devices.age": (age) => `El código se creó hace ${age}. Si no acabas de pedirlo, no lo confirmes.`,
  "devices.deny": "No es mío",
  "devices.paired": (name) => `${name} está vinculado. Su próxima sincronización llega en un momento.`,
  "devices.denied": "Rechazado. No se ha vinculado nada.",
  "devices.list": "Relojes vinculados",
  "devices.since": (day) => `Vinculado el ${day}`,
  "devices.revoke": "Quitar",
  "devices.revokeNamed": (name) => `Quitar ${name}`,
  "devices.revokeTitle": (name) => `¿Quitar ${name}?`,
  "devices.revokeText":
    "Desde este momento ya no puede enviar sesiones ni recoger planes. Lo que ha enviado se queda. Puedes vincularlo otra vez cuando quieras.",
  "devices.revoked": (name) => `${name} se ha quitado.`,
  "devices.keep": "Conservar",
  "devices.simulate": "¿No tienes un reloj a mano?",
  "devices.simulateText":
    "El reloj simulado ejecuta la misma aplicación en este navegador. Vincúlalo como uno de verdad.",
  "devices.simulateGo": "Abrir el reloj simulado",
};
