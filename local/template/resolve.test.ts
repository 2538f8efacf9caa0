import { describe, expect, it } from "vitest";
import { resolver } from "./resolve.ts";

const template = {
  Resources: {
    Queue: { Type: "AWS::SQS::Queue" },
    Record: { Type: "AWS::Lambda::Function", Properties: { FunctionName: "backstride-main-record" } },
    Site: { Type: "AWS::CloudFront::Distribution" },
    Log: { Type: "AWS::Logs::LogGroup" },
  },
};
const resolve = resolver(template, {
  stackId: "arn:aws:cloudformation:local:0:stack/backstride/51af3dc0-da77-11e4-872e-1234567db123",
  domain: "localhost:7878",
  origin: "http://localhost:7878",
});

describe("a template value", () => {
  it.each<[string, unknown, unknown]>([
    ["Ref to a name", { Ref: "Record" }, "backstride-main-record"],
    ["Ref to what AWS would name", { Ref: "Queue" }, "Queue"],
    [
      "GetAtt Arn",
      { "Fn::GetAtt": ["Record", "Arn"] },
      "arn:aws:lambda:local:000000000000:function:backstride-main-record",
    ],
    ["GetAtt of the distribution", { "Fn::GetAtt": ["Site", "DomainName"] }, "localhost:7878"],
    ["Join", { "Fn::Join": ["/", ["integrations", { Ref: "Queue" }]] }, "integrations/Queue"],
    [
      "Sub",
      { "Fn::Sub": ["$", "{AWS::Region}-$", "{Record.Arn}"].join("") },
      "local-arn:aws:lambda:local:000000000000:function:backstride-main-record",
    ],
    [
      "Select of Split",
      { "Fn::Select": [2, { "Fn::Split": ["/", { Ref: "AWS::StackId" }] }] },
      "51af3dc0-da77-11e4-872e-1234567db123",
    ],
    ["nested values", { a: [{ Ref: "AWS::Partition" }, 1, null] }, { a: ["aws", 1, null] }],
  ])("%s", (_, value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });

  it.each<[unknown, RegExp]>([
    [{ "Fn::ImportValue": "x" }, /Fn::ImportValue/],
    [{ Ref: "Missing" }, /Missing/],
    [{ "Fn::Select": [1, { "Fn::Split": ["-", ""] }] }, /Fn::Select.* part 1 of 1/],
    [{ "Fn::Select": ["x", ["a"]] }, /Fn::Select.* part x of 1/],
    [{ "Fn::Split": ["-", null] }, /Fn::Split/],
    [{ "Fn::Split": ["-", ["a-b"]] }, /Fn::Split/],
    [{ "Fn::GetAtt": ["Log", "Arn"] }, /Log\.Arn \(AWS::Logs::LogGroup\)/],
  ])("that means nothing here fails with its name: %j", (value, message) => {
    expect(() => resolve(value)).toThrow(message);
  });
});
