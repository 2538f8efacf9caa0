import { currentTrace } from "./trace.ts";

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One JSON line, with the trace it belongs to. Ids, codes and numbers only: bodies are health data and never go into a log. */
export function log(level: "info" | "warn" | "error", message: string, fields: LogFields = {}): void {
  console.log(JSON.stringify({ level, message, ...currentTrace(), ...fields }));
}

/** Tells the metrics of several installations in one account apart; Lambda sets it. */
const functionName = process.env.AWS_LAMBDA_FUNCTION_NAME ?? "";

/** One metric as an embedded-metric-format line, which CloudWatch reads from the log without another call. */
export function metric(name: string, value: number, unit: "Count" | "Milliseconds" = "Count"): void {
  const definition = { Namespace: "Backstride", Dimensions: [["Function"]], Metrics: [{ Name: name, Unit: unit }] };
  const _aws = { Timestamp: Date.now(), CloudWatchMetrics: [definition] };
  console.log(JSON.stringify({ _aws, Function: functionName, ...currentTrace(), [name]: value }));
}
