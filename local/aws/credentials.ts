import { randomBytes } from "node:crypto";

/**
 * The credentials that the functions sign with. The access key names the function and holds a secret of this start, so that
 * nothing else on this computer (a web page, another program) can use the services' ports.
 */
export class Credentials {
  readonly secret = randomBytes(16).toString("hex");

  environmentOf(functionName: string): { AWS_ACCESS_KEY_ID: string; AWS_SECRET_ACCESS_KEY: string } {
    return { AWS_ACCESS_KEY_ID: `${functionName}.${this.secret}`, AWS_SECRET_ACCESS_KEY: "local" };
  }
}
