import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import { EARLY_SCRIPT } from "../../core/contract/site.ts";
import { type Built, builtStack, type Properties, references } from "./template.ts";

let stack: Built;
beforeAll(async () => {
  stack = await builtStack();
});

describe("the site", () => {
  const distribution = () =>
    stack.of("AWS::CloudFront::Distribution")[0]?.[1].Properties.DistributionConfig as Properties;

  /** How an answer of this behaviour may be framed, both ways of saying it. */
  function framingOf(behaviour: Properties): unknown[] {
    const policies = new Map(stack.of("AWS::CloudFront::ResponseHeadersPolicy"));
    const policy = policies.get(references(behaviour.ResponseHeadersPolicyId)[0] ?? "")?.Properties;
    const { SecurityHeadersConfig } = (policy?.ResponseHeadersPolicyConfig ?? {}) as Properties;
    const { FrameOptions, ContentSecurityPolicy } = SecurityHeadersConfig as Record<string, Properties>;
    const policyText = String(ContentSecurityPolicy?.ContentSecurityPolicy);
    return [FrameOptions?.FrameOption, policyText.split("; ").at(-1)];
  }

  it("lets scripts, workers and manifests come from here only, and one script stand in the page", () => {
    const policies = stack
      .of("AWS::CloudFront::ResponseHeadersPolicy")
      .map(([, { Properties }]) => JSON.stringify(Properties));
    for (const policy of policies) {
      for (const rule of [
        "default-src 'self'",
        `script-src 'self' '${EARLY_SCRIPT}'`,
        "worker-src 'self'",
        "manifest-src 'self'",
      ]) {
        expect(policy).toContain(`${rule};`);
      }
      expect(policy).not.toContain("unsafe");
    }
  });

  /** What the behaviour's viewer function makes of a path. */
  function seenAs(behaviour: Properties, uri: string): unknown {
    const [association] = behaviour.FunctionAssociations as Properties[];
    const functions = new Map(stack.of("AWS::CloudFront::Function"));
    const code = functions.get(references(association?.FunctionARN)[0] ?? "")?.Properties.FunctionCode;
    const answer = runInNewContext(`${code}; handler({ request: { uri } })`, { uri });
    return answer.uri ?? [answer.statusCode, answer.headers.location.value];
  }

  it.each([
    ["/", "/index.html"],
    ["/devices", "/index.html"],
    ["/assets/index-abc.js", "/assets/index-abc.js"],
    ["/watch", [308, "/watch/"]],
  ])("serves the dashboard's %s from %j", (uri, seen) => {
    expect(seenAs(distribution().DefaultCacheBehavior as Properties, uri)).toEqual(seen);
  });

  it.each([
    ["/watch/", "/watch/index.html"],
    ["/watch/frame", "/watch/frame/index.html"],
    ["/watch/assets/index-abc.js", "/watch/assets/index-abc.js"],
    ["/watch/package/round-480/device/app.json", "/watch/package/round-480/device/app.json"],
  ])("serves the simulated watch's %s from %s", (uri, seen) => {
    const watch = (distribution().CacheBehaviors as Properties[]).find(({ PathPattern }) => PathPattern === "/watch/*");
    expect(seenAs(watch as Properties, uri)).toBe(seen);
  });

  it("passes the API through on the same origin, never cached", () => {
    const behaviours = distribution().CacheBehaviors as Properties[];
    expect(behaviours.map((behaviour) => behaviour.PathPattern)).toEqual(["/v1/*", "/.well-known/*", "/watch/*"]);
    const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    for (const behaviour of behaviours.slice(0, 2)) expect(behaviour.CachePolicyId).toBe(CACHING_DISABLED);
  });

  it("sends the security headers with everything, and keeps its bucket private", () => {
    const { DefaultCacheBehavior, CacheBehaviors } = distribution();
    const all = [DefaultCacheBehavior as Properties, ...(CacheBehaviors as Properties[])];
    const framing = all.map((behaviour) => [behaviour.PathPattern, framingOf(behaviour)]);
    expect(framing).toEqual([
      [undefined, ["DENY", "frame-ancestors 'none'"]],
      ["/v1/*", ["DENY", "frame-ancestors 'none'"]],
      ["/.well-known/*", ["DENY", "frame-ancestors 'none'"]],
      ["/watch/*", ["SAMEORIGIN", "frame-ancestors 'self'"]],
    ]);
    const [[, bucket] = []] = stack.of("AWS::S3::Bucket");
    expect(bucket?.Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
  });
});
