/** An error as AWS sends it: the SDK turns `code` into the exception class of that name. */
export class AwsError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "AwsError";
  }
}

/** A request that its function has signed. */
export type AwsRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly target: string;
  readonly body: Readonly<Record<string, unknown>>;
};
export type AwsAnswer = { readonly contentType: string; readonly body: unknown };
export type AwsService = (request: AwsRequest) => Promise<AwsAnswer> | AwsAnswer;
