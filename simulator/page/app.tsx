import { useEffect, useState } from "preact/hooks";
import { describe } from "../host/errors.ts";
import { ClockPanel } from "./clock-panel.tsx";
import { EventList } from "./event-list.tsx";
import { t } from "./i18n/t.ts";
import { PhonePanel } from "./phone-panel.tsx";
import {
  factoryReset,
  loadManifest,
  type Model,
  modelsOf,
  rememberedModel,
  type Session,
  startSession,
} from "./session.ts";
import { Switches } from "./switches.tsx";
import { WatchPanel } from "./watch-panel.tsx";

type State = { session: Session | null; models: Model[]; problem: string | null };

/** Our own errors are sentences already. */
const wordsOf = (error: unknown): string =>
  error instanceof Error && error.name === "Error" ? error.message : describe(error);

export function App() {
  const [state, setState] = useState<State>({ session: null, models: [], problem: null });
  const start = async (models: Model[], model: Model | undefined) => {
    if (model === undefined) throw new Error(t("problem.noWatch"));
    setState({ session: await startSession(model), models, problem: null });
  };
  const attempt = (work: Promise<void>) => {
    work.catch((error: unknown) => setState((old) => ({ ...old, session: null, problem: wordsOf(error) })));
  };
  useEffect(() => {
    attempt(
      loadManifest().then((manifest) => {
        const models = modelsOf(manifest);
        return start(models, rememberedModel(models));
      }),
    );
  }, []);

  const { session, models, problem } = state;
  if (problem !== null) return <Problem text={problem} />;
  if (session === null) return <p class="loading">{t("page.loading")}</p>;
  const restart = (model: Model, before: () => void = () => undefined) => {
    session.stop();
    before();
    attempt(start(models, model));
  };
  return (
    <>
      <header class="top">
        <h1>{t("page.title")}</h1>
        <a class="button quiet" href="/">
          {t("page.back")}
        </a>
        <p>{t("page.intro")}</p>
      </header>
      <main key={session.device.hardware}>
        <WatchPanel session={session} />
        <div class="side">
          <div class="column">
            <ClockPanel session={session} />
            <PhonePanel device={session.device} />
          </div>
          <div class="column">
            <Switches
              session={session}
              models={models}
              onModel={(model) => restart(model)}
              onReset={() => restart(session.model, () => factoryReset(session.model))}
            />
            <EventList device={session.device} />
          </div>
        </div>
      </main>
    </>
  );
}

function Problem({ text }: { text: string }) {
  return (
    <main class="problem">
      <h1>{t("problem.title")}</h1>
      <p>{text}</p>
      <p>
        <button type="button" onClick={() => location.reload()}>
          {t("problem.again")}
        </button>
      </p>
    </main>
  );
}
