import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

type Acknowledgement = { readonly id: string; readonly reason: string };

const STACK: readonly Acknowledgement[] = [
  {
    id: "AwsSolutions::AwsSolutions-S1",
    reason:
      "The bucket holds the public files of the dashboard; a log of who read them would be the only personal data.",
  },
  {
    id: "AwsSolutions::AwsSolutions-CFR1",
    reason: "People travel with their back pain; no country is shut out.",
  },
  {
    id: "AwsSolutions::AwsSolutions-CFR2",
    reason:
      "A web application firewall costs more than the rest of a small installation; the API is throttled by route.",
  },
  {
    id: "AwsSolutions::AwsSolutions-CFR3",
    reason: "An access log would tie addresses to times of back trouble; the API's own log holds no address.",
  },
  {
    id: "AwsSolutions::AwsSolutions-CFR4",
    reason:
      "With CloudFront's own certificate the minimum is fixed by CloudFront; it applies once an own domain is set.",
  },
  {
    id: "Serverless::Serverless-SQSRedrivePolicy",
    reason: "These queues are the dead-letter queues; an alarm watches each.",
  },
  {
    id: "AwsSolutions::AwsSolutions-SQS3",
    reason:
      "These queues are the dead-letter queues, of EventBridge, Lambda and Scheduler rather than of another queue.",
  },
  {
    id: "Serverless::Serverless-LambdaDLQ",
    reason:
      "Functions that events start have an on-failure destination, which this check does not see; the others are answered.",
  },
  {
    id: "Serverless::Serverless-LambdaTracing",
    reason: "A trace id travels in every event and log line; X-Ray would need a permission on every resource.",
  },
];

/** What cdk-nag finds and we keep, each with the reason. Anything that is not listed fails the synthesis. */
export function acknowledgeFindings(stack: IConstruct, scheduleGroup: string): void {
  const wildcard = `arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/${scheduleGroup}/r-*`;
  Validations.of(stack).acknowledge(...STACK, {
    id: `AwsSolutions::AwsSolutions-IAM5[Resource::${wildcard}]`,
    reason: "One schedule per person, made at run time, in a group that holds nothing else.",
  });
}

/** A route that is open to anybody: its handler checks the code, the passphrase or the passkey itself. */
export function acknowledgeOpenRoute(route: IConstruct, summary: string): void {
  Validations.of(route).acknowledge({
    id: "AwsSolutions::AwsSolutions-APIG4",
    reason: `Open on purpose (scope null in core/contract/routes.ts): ${summary}`,
  });
}
