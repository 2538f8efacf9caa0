import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  CfnAuthorizer,
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Route } from "../../core/contract/routes.ts";
import { acknowledgeOpenRoute } from "../acknowledgements.ts";

export type RoutesProps = {
  readonly routes: readonly Route[];
  readonly handlerOf: (name: Route["handler"]) => IFunction;
  readonly authorize: IFunction;
};

/** No address, no path parameter, no header: who calls and about what is health data. */
const ACCESS_LOG = JSON.stringify({
  requestId: "$context.requestId",
  at: "$context.requestTimeEpoch",
  route: "$context.routeKey",
  status: "$context.status",
  ms: "$context.responseLatency",
  bytes: "$context.responseLength",
  error: "$context.integrationErrorMessage",
});

/** The HTTP API: one route per entry of the contract, and the authorizer before each that has a scope. */
export class Api extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, name: string) {
    super(scope, id);
    this.api = new HttpApi(this, "Api", { apiName: name, createDefaultStage: false });
    this.addStage();
  }

  addRoutes(props: RoutesProps): void {
    const authorizer = new HttpLambdaAuthorizer("Authorizer", props.authorize, {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      identitySource: [],
      // A revoked device is out at its next call, so no answer of the authorizer is kept.
      resultsCacheTtl: Duration.seconds(0),
    });
    const integrations = new Map<string, HttpLambdaIntegration>();
    for (const route of props.routes) {
      const integration = integrations.get(route.handler) ?? integrationOf(route.handler, props);
      integrations.set(route.handler, integration);
      const added = this.api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration,
        authorizer: route.scope === null ? new HttpNoneAuthorizer() : authorizer,
      });
      if (route.scope === null) for (const open of added) acknowledgeOpenRoute(open, route.summary);
    }
    this.nameNoIdentitySource();
  }

  /** If it had one, the gateway would refuse by itself, and in its own words, what comes without a token. */
  private nameNoIdentitySource(): void {
    const authorizers = this.api.node.findAll().filter((child) => child instanceof CfnAuthorizer);
    for (const authorizer of authorizers) authorizer.addPropertyDeletionOverride("IdentitySource");
  }

  private addStage(): void {
    const log = new LogGroup(this, "AccessLog", {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = this.api.addStage("Stage", {
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(ACCESS_LOG),
      },
    });
    throttleGuessing(stage.node.defaultChild);
  }
}

/** Codes, passphrases and tokens can be guessed at; these routes answer slower than anyone needs to guess. */
function throttleGuessing(stage: unknown): void {
  if (!(stage instanceof CfnStage)) throw new Error("The stage has no CloudFormation resource.");
  const slow = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 };
  stage.addPropertyOverride("RouteSettings", {
    "POST /v1/pair/start": slow,
    "POST /v1/pair/token": slow,
    "POST /v1/pair/confirm": slow,
    "POST /v1/auth/passphrase/login": slow,
    "POST /v1/auth/passphrase/register": slow,
    "POST /v1/auth/passphrase": slow,
    "POST /v1/auth/recovery/login": slow,
    "POST /v1/auth/passkey/login": slow,
    "POST /v1/auth/passkey/register": slow,
    "POST /v1/auth/passkey/register-options": slow,
    "POST /v1/auth/oidc/options": slow,
    "POST /v1/auth/oidc/login": slow,
    "POST /v1/token": slow,
  });
}

function integrationOf(name: Route["handler"], props: RoutesProps): HttpLambdaIntegration {
  // One permission for the whole API: one per route would outgrow the function's policy.
  return new HttpLambdaIntegration(`${name}Integration`, props.handlerOf(name), { scopePermissionToRoute: false });
}
