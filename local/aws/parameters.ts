import { AwsError, type AwsService } from "./protocol.ts";

/** The Parameter Store, as far as a function reads a secret from it: by name, decrypted. */
export function parameterStore(secrets: ReadonlyMap<string, string>): AwsService {
  return ({ body }) => {
    const Name = String(body.Name);
    const Value = secrets.get(Name);
    if (Value === undefined || body.WithDecryption !== true) {
      throw new AwsError(400, "ParameterNotFound", `There is no parameter ${Name} here.`);
    }
    return { contentType: "application/x-amz-json-1.1", body: { Parameter: { Name, Type: "SecureString", Value } } };
  };
}
