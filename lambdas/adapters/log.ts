import { currentTrace } from "./trace.ts";

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One JSON line, with the trace it belongs to. Ids, codes and numbers only: bodies are health data and never go into a log. */
export function log(level: "info" | "warn" | "error", message: string, fields: LogFields = {}): void {
  console.log(JSON.stringify({ level, message, ...currentTrace(), ...fields }));
}

/** One metric as an embedded-metric-format line, which CloudWatch reads from the log without another call. */
export function metric(name: string, value: number, unit: "Count" | "Milliseconds" = "Count"): void {
  const definition = { Namespace: "Backstride", Dimensions: [[]], Metrics: [{ Name: name, Unit: unit }] };
  const _aws = { Timestamp: Date.now(), CloudWatchMetrics: [definition] };
  console.log(JSON.stringify({ _aws, ...currentTrace(), [name]: value }));
}
