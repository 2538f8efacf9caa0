import { RemovalPolicy } from "aws-cdk-lib";
import { Key, type KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";

export type SigningKeyProps = { readonly description: string; readonly keySpec: KeySpec };

/** A key that signs: access tokens, or requests to push services. Its private half never leaves KMS. */
export class SigningKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, props: SigningKeyProps) {
    super(scope, id);
    this.key = new Key(this, "Key", {
      ...props,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
