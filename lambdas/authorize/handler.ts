import { type AuthorizerAnswer, type AuthorizerEvent, decide } from "./decide.ts";

/** The authorizer in front of every route that has a scope. */
export const handler = (event: AuthorizerEvent): Promise<AuthorizerAnswer> => decide(event, Date.now());
