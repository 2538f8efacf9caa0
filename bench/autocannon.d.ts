declare module "autocannon" {
  type Request = {
    readonly method: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  type Options = {
    readonly url: string;
    readonly connections: number;
    readonly overallRate: number;
    readonly amount: number;
    readonly requests: readonly (Request & {
      readonly setupRequest: (request: Request) => Request;
      readonly onResponse: (status: number, body: string) => void;
    })[];
  };
  type Result = {
    readonly "2xx": number;
    readonly non2xx: number;
    readonly errors: number;
    readonly latency: { readonly p50: number; readonly p99: number };
  };
  export default function autocannon(options: Options): Promise<Result>;
}
