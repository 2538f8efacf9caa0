import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

/**
 * Where undelivered things wait for a person, 14 days. Three queues because they hold three shapes: what EventBridge could not
 * hand to Lambda (`rule`), what a function failed on three times (`failure`), what Scheduler could not hand over (`schedule`).
 */
export class DeadLetters extends Construct {
  readonly rule: Queue;
  readonly failure: Queue;
  readonly schedule: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.rule = this.queue("Rule");
    this.failure = this.queue("Failure");
    this.schedule = this.queue("Schedule");
  }

  get all(): readonly Queue[] {
    return [this.rule, this.failure, this.schedule];
  }

  private queue(id: string): Queue {
    return new Queue(this, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
  }
}
