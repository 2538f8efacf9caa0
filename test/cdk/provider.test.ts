import { beforeAll, expect, it } from "vitest";
import { synthesizedStack } from "./synthesized.ts";
import { type Built, type Properties, references } from "./template.ts";

const PROVIDER = { oidcIssuer: "https://id.example", oidcClientId: "backstride" };

let stack: Built;
beforeAll(async () => {
  // With the checks of cdk-nag: what a provider adds is least privilege, too.
  stack = await synthesizedStack(PROVIDER);
});

const functions = () => stack.of("AWS::Lambda::Function").map(([, { Properties }]) => Properties);
const environmentOf = ({ Environment }: Properties) => (Environment as { Variables: Properties }).Variables;

it("is told to identity alone, its secret by name only", () => {
  const told = functions().filter((properties) => "OIDC_ISSUER" in environmentOf(properties));
  expect(told.map(({ FunctionName }) => FunctionName)).toEqual(["backstride-main-identity"]);
  expect(told.map(environmentOf)[0]).toMatchObject({
    OIDC_ISSUER: "https://id.example",
    OIDC_CLIENT_ID: "backstride",
    OIDC_SECRET_NAME: "/backstride-main/oidc-client-secret",
  });
});

it("lets identity read that one secret and nobody anything else", () => {
  const policies = stack.of("AWS::IAM::Policy").flatMap(([, { Properties }]) => {
    const { Statement } = Properties.PolicyDocument as { Statement: { Action: unknown; Resource: unknown }[] };
    return Statement.filter(({ Action }) => JSON.stringify(Action).includes("ssm:")).map((statement) => ({
      ...statement,
      roles: references(Properties.Roles),
    }));
  });
  const identity = functions().find(({ FunctionName }) => FunctionName === "backstride-main-identity");
  expect(policies).toHaveLength(1);
  expect(policies[0]).toMatchObject({ Action: "ssm:GetParameter", roles: references(identity?.Role) });
  expect(JSON.stringify(policies[0]?.Resource)).toMatch(/:parameter\/backstride-main\/oidc-client-secret"/);
});

it.each([
  { oidcIssuer: "http://id.example", oidcClientId: "backstride" },
  { oidcIssuer: "https://id.example" },
  { oidcClientId: "backstride" },
])("is refused half or without https: %j", async (context) => {
  await expect(synthesizedStack(context as Record<string, string>)).rejects.toThrow(/oidcIssuer=https/);
});
