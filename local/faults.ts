/** One call of a function to an AWS service, for example `{ function: "backstride-main-record", operation: "PutItem" }`. */
export type AwsCall = { readonly function: string; readonly operation: string };

/**
 * Things that go wrong, for tests. All are off. `afterAwsCall` sees each call after the service did its work and before the
 * function hears of it: the moment between two writes. "crash" ends that function's worker, "drop" loses the answer.
 */
export type Faults = {
  /** Every event is delivered twice. */
  duplicateDeliveries: boolean;
  /** So many finished deliveries are forgotten, and are therefore delivered again. */
  dropAcks: number;
  /** So many answers of the API are lost on the way: the work is done, the caller sees a broken connection. */
  dropHttpAnswers: number;
  afterAwsCall: (call: AwsCall) => "answer" | "drop" | "crash";
};

export const noFaults = (): Faults => ({
  duplicateDeliveries: false,
  dropAcks: 0,
  dropHttpAnswers: 0,
  afterAwsCall: () => "answer",
});
