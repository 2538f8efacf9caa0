import { Duration } from "aws-cdk-lib";
import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

export type BusProps = { readonly name: string; readonly undelivered: IQueue };

/** The event bus with its 14-day archive, and the rules that bind detail-types to functions. */
export class Bus extends Construct {
  readonly bus: EventBus;
  private readonly undelivered: IQueue;

  constructor(scope: Construct, id: string, props: BusProps) {
    super(scope, id);
    this.undelivered = props.undelivered;
    this.bus = new EventBus(this, "Bus", { eventBusName: props.name });
    this.bus.archive("Archive", {
      description: "What came in during the last 14 days, for replay",
      eventPattern: { source: ["backstride"] },
      retention: Duration.days(14),
    });
  }

  /** Sends events of these types to a function. The queue covers delivery only; the function has its own on-failure queue. */
  route(id: string, detailType: readonly string[], handler: IFunction): void {
    const target = new LambdaFunction(handler, {
      deadLetterQueue: this.undelivered,
      retryAttempts: 185,
      maxEventAge: Duration.hours(24),
    });
    new Rule(this, id, {
      eventBus: this.bus,
      eventPattern: { source: ["backstride"], detailType: [...detailType] },
      targets: [target],
    });
  }
}
