import type { SAFETY as EN } from "../en/safety.ts";
import type { Like } from "../message.ts";

export const SAFETY: Like<typeof EN> = {
  "safety.sub": "Wann du aufhörst, was man weiß und was das hier nicht ist.",
  "safety.stop": "Sofort anhalten und Hilfe holen",
  "safety.stopText": "Drück auf der Uhr auf Stopp und ruf deine Notrufnummer an, wenn eines davon auftritt:",
  "safety.stop1": "Schmerz in der Brust, Schwäche bis zur Ohnmacht oder schwere Atemnot",
  "safety.stop2": "Neue Schwäche oder Taubheit in einem Bein oder in beiden",
  "safety.stop3": "Taubheit an den Genitalien, am After oder innen an den Oberschenkeln",
  "safety.stop4": "Neue Mühe beim Wasserlassen, oder Blase oder Darm sind nicht mehr zu halten",
  "safety.walk": "Nicht weiterlaufen, nach Hause gehen",
  "safety.walk1": "Rücken- oder Beinschmerz von 6 oder mehr",
  "safety.walk2": "Stechender Schmerz oder Schmerz, der dich hinken lässt",
  "safety.walk3": "Schmerz, der während der Einheit um 3 oder mehr steigt",
  "safety.scale": "Schmerz lesen",
  "safety.scaleText":
    "Der Plan benutzt ein Modell zur Schmerzbeobachtung (Silbernagel 2007): 0 bis 2 ist in Ordnung, 3 bis 5 kann annehmbar sein, über 5 ist zu viel. Bis zum nächsten Morgen sollte er sich legen und nicht von Woche zu Woche steigen.",
  "safety.known": "Was man weiß",
  "safety.k1":
    "ASTEROID (Neason 2024): 40 Erwachsene mit anhaltendem Rückenschmerz machten 12 Wochen lang dreimal in der Woche Lauf-Geh-Einheiten mit Begleitung aus der Ferne. Der Schmerz war im Mittel etwa 15 von 100 Punkten niedriger als in einer Warteliste. Es war eine kleine Studie. Sieben von neun leichten Verletzungen betrafen Knie oder Knöchel, deshalb fragen wir auch nach den Beinen.",
  "safety.k2":
    "WalkBack (Pocovi 2024): 701 Erwachsene, denen es seit Kurzem wieder besser ging. Schrittweise mehr Gehen mit Schulung senkte das Risiko einer weiteren Episode, die den Alltag einschränkt (Hazard Ratio 0,72). Gehen ist ein Ziel für sich.",
  "safety.k3":
    "Pocovi 2022, 19 Studien: Gehen oder Laufen gegenüber minimaler Betreuung machte beim Schmerz einen kleinen Unterschied.",
  "safety.k4":
    "Schuster Brandt Frandsen 2025: Ein einzelner Lauf, mehr als 10 % länger als der längste der letzten 30 Tage, ging mit mehr Verletzungen einher. Der Plan bleibt darunter.",
  "safety.k5":
    "Snook 1998: Wer sich früh am Tag weniger bückte, hatte weniger Schmerzen. Gegen das Gehen sagt das nichts.",
  "safety.k6":
    "Wulf 2013: Hinweise, die nach außen lenken, wirken besser als das Denken an Muskeln. So sind unsere formuliert.",
  "safety.unknown": "Was wir nicht belegen konnten",
  "safety.u1":
    "Der Artikel, mit dem dieses Projekt begann, nennt eine große Zahl für die Schmerzlinderung und eine Zeitschrift. Wir haben keine solche Arbeit gefunden, deshalb wiederholen wir sie nicht.",
  "safety.u2":
    "Niemand hat diese App in einer Studie geprüft. Mehrere Grenzen des Plans sind Einschätzungen von Fachleuten, und der Code sagt, welche.",
  "safety.u3":
    "Keine Studie stützt es, beim Laufen ständig den Rumpf anzuspannen. Unser Hinweis zur Körpermitte ist ein leichtes Nachspüren, nicht mehr.",
  "safety.u4":
    "Höchstens ein Zehntel mehr pro Woche hat im Versuch nicht weniger Verletzungen gebracht (Buist 2008). Der Plan nutzt diese Regel nicht.",
  "safety.isNot": "Was das nicht ist",
  "safety.isNotText":
    "Backstride ist ein Übungsprogramm. Es ist kein Medizinprodukt, stellt nichts fest und ersetzt weder ärztlichen noch physiotherapeutischen Rat. Wenn dich etwas beunruhigt, frag zuerst dort.",
  "safety.dataText":
    "Was du eingibst, bleibt in dieser Installation, auf einem Computer oder in einem Cloud-Konto. Niemand verfolgt dich, und nichts geht an andere.",
};
