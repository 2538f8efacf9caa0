import { existsSync } from "node:fs";
import { join } from "node:path";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

export type BundledFunctionProps = {
  /** Physical name. Fixed, so that a function's own ARN can be known before it exists (a reminder re-arms itself). */
  readonly name: string;
  /** The folder with the bundle, `index.mjs`. */
  readonly bundle: string;
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  /** For a function that events or schedules start: where a call goes that failed three times. */
  readonly onFailure?: IQueue;
};

/** One Lambda with a role and a log group of its own. It may write its log, and what `allow` adds. */
export class BundledFunction extends Construct {
  readonly fn: LambdaFunction;
  private readonly role: Role;

  constructor(scope: Construct, id: string, props: BundledFunctionProps) {
    super(scope, id);
    if (!existsSync(join(props.bundle, "index.mjs"))) {
      throw new Error(`The bundle of the function "${id}" is missing. Run: node bin/build-functions.mjs`);
    }
    const logGroup = new LogGroup(this, "Log", {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    this.allow(["logs:CreateLogStream", "logs:PutLogEvents"], logGroup.logGroupArn);
    this.fn = new LambdaFunction(this, "Function", {
      functionName: props.name,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      code: Code.fromAsset(props.bundle),
      memorySize: 512,
      timeout: Duration.seconds(10),
      environment: { ...props.environment },
      role: this.role,
      logGroup,
      ...(props.onFailure === undefined ? {} : asynchronous(props.onFailure)),
    });
  }

  allow(actions: readonly string[], resource: string, condition?: Record<string, Record<string, string>>): void {
    this.role.addToPolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [resource],
        ...(condition === undefined ? {} : { conditions: condition }),
      }),
    );
  }
}

function asynchronous(queue: IQueue) {
  return { retryAttempts: 2, maxEventAge: Duration.hours(6), onFailure: new SqsDestination(queue) };
}
