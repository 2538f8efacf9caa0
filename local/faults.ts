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
  /** One Int32: 1 from when a test first sets `afterAwsCall`. The table's thread looks there whether it has to ask. */
  readonly watched: SharedArrayBuffer;
};

export function noFaults(): Faults {
  const watched = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  let afterAwsCall: Faults["afterAwsCall"] = () => "answer";
  return {
    duplicateDeliveries: false,
    dropAcks: 0,
    dropHttpAnswers: 0,
    watched,
    get afterAwsCall() {
      return afterAwsCall;
    },
    set afterAwsCall(given) {
      afterAwsCall = given;
      Atomics.store(new Int32Array(watched), 0, 1);
    },
  };
}
