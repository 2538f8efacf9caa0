import { faultOf, withoutWords } from "../adapters/fault.ts";
import { log } from "../adapters/log.ts";
import { traced, traceIdOf } from "../adapters/trace.ts";
import { type AuthorizerAnswer, type AuthorizerEvent, decide } from "./decide.ts";

/** The authorizer in front of every route that has a scope. @throws what went wrong, without its words: Lambda logs it */
export const handler = (event: AuthorizerEvent): Promise<AuthorizerAnswer> =>
  traced({ traceId: traceIdOf(event.headers ?? {}, event.requestContext.requestId) }, () =>
    decide(event, Date.now()).catch((error: unknown) => {
      log("error", "not authorized", { route: event.routeKey, ...faultOf(error) });
      throw withoutWords(error);
    }),
  );
