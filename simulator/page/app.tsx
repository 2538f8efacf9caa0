import { useEffect, useState } from "preact/hooks";
import { describe } from "../host/errors.ts";
import { ClockPanel } from "./clock-panel.tsx";
import { EventList } from "./event-list.tsx";
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

export function App() {
  const [state, setState] = useState<State>({ session: null, models: [], problem: null });
  const start = async (models: Model[], model: Model | undefined) => {
    if (model === undefined) throw new Error("The package is built for no watch.");
    setState({ session: await startSession(model), models, problem: null });
  };
  const attempt = (work: Promise<void>) => {
    work.catch((error: unknown) => setState((old) => ({ ...old, session: null, problem: describe(error) })));
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
  if (session === null) return <p class="loading">The simulated watch is being put together…</p>;
  const restart = (model: Model, before: () => void = () => undefined) => {
    session.stop();
    before();
    attempt(start(models, model));
  };
  return (
    <>
      <header class="top">
        <h1>Simulated watch</h1>
        <p>
          The real Backstride watch app, exactly as it is packed for an Amazfit watch, with a made-up wrist and a
          made-up phone. Sessions you play here are marked as simulated. <a href="/">Go to the dashboard</a>
        </p>
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
      <h1>The simulated watch could not start</h1>
      <p>{text}</p>
      <p>
        <button type="button" onClick={() => location.reload()}>
          Try again
        </button>
      </p>
    </main>
  );
}
