import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Built, buildStack, type Properties, references } from "./template.ts";

let stack: Built;
beforeAll(async () => {
  stack = await buildStack();
});
afterAll(() => stack.remove());

describe("the site", () => {
  const distribution = () =>
    stack.of("AWS::CloudFront::Distribution")[0]?.[1].Properties.DistributionConfig as Properties;

  it("passes the API through on the same origin, never cached", () => {
    const behaviours = distribution().CacheBehaviors as Properties[];
    expect(behaviours.map((behaviour) => behaviour.PathPattern)).toEqual(["/v1/*", "/.well-known/*"]);
    const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    for (const behaviour of behaviours) expect(behaviour.CachePolicyId).toBe(CACHING_DISABLED);
  });

  it("sends the security headers with everything, and keeps its bucket private", () => {
    const all = [distribution().DefaultCacheBehavior as Properties, ...(distribution().CacheBehaviors as Properties[])];
    const [[headers] = []] = stack.of("AWS::CloudFront::ResponseHeadersPolicy");
    for (const behaviour of all) expect(references(behaviour.ResponseHeadersPolicyId)).toEqual([headers]);
    const [[, bucket] = []] = stack.of("AWS::S3::Bucket");
    expect(bucket?.Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
  });
});
