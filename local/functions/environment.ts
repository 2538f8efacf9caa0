import { devNull } from "node:os";
import { dirname } from "node:path";
import type { Credentials } from "../aws/credentials.ts";
import type { FunctionSpec } from "../template/model.ts";
import { REGION } from "../template/resolve.ts";

export type Endpoints = { readonly table: string; readonly services: string };

/**
 * The environment of a function: what the stack gives it, what Lambda adds, and where the services are here. Nothing of the
 * person's own environment or AWS files gets in, so a function can never reach a real account.
 */
export function functionEnvironment(
  credentials: Credentials,
  endpoints: Endpoints,
  forIdentity: Readonly<Record<string, string>>,
): (spec: FunctionSpec) => Record<string, string> {
  return (spec) => ({
    ...spec.environment,
    ...(spec.name.endsWith("-identity") ? forIdentity : {}),
    ...credentials.environmentOf(spec.name),
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
    LAMBDA_TASK_ROOT: dirname(spec.module),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
    // The functions' own runtime is newer; the advice is for this computer's Node and would fill the log at every start.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.table,
    AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.services,
    AWS_ENDPOINT_URL_SCHEDULER: endpoints.services,
    AWS_ENDPOINT_URL_KMS: endpoints.services,
    AWS_ENDPOINT_URL_SSM: endpoints.services,
  });
}
