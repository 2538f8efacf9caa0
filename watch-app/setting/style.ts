export const line = { fontSize: "16px", margin: "12px 0", lineHeight: "24px" };

export const words = (text: string): unknown => Text({ style: line }, text);
export const big = (text: string): unknown => Text({ style: { ...line, fontWeight: "bold" } }, text);

/** A headline and what stands under it. Built of the plain components: some of the others were seen blank on a phone. */
export const section = (title: string, parts: readonly unknown[]): unknown[] => [
  View({ style: { marginTop: "24px" } }, [Text({ style: { ...line, fontSize: "20px" } }, title), ...parts]),
];
