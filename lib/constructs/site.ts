import { Duration, Fn, Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type IOrigin,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { EARLY_SCRIPT } from "../../core/contract/site.ts";

type Framing = "none" | "self";

/** The local host reads these from the template too, so what is tested is what is served. */
const contentSecurityPolicy = (framing: Framing): string =>
  [
    "default-src 'self'",
    `script-src 'self' '${EARLY_SCRIPT}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framing === "self" ? "'self'" : "'none'"}`,
  ].join("; ");

/** A page of the dashboard has no dot in its last part; anything else is a file. (CloudFront's own error pages would also replace the API's 404.) */
const PAGES_TO_INDEX =
  "function handler(e){var r=e.request;if(r.uri==='/watch')return{statusCode:308,headers:{location:{value:'/watch/'}}};if(r.uri.split('/').pop().indexOf('.')<0)r.uri='/index.html';return r;}";

/** The simulated watch is no application with pages: each of its folders has a page of its own. */
const FOLDERS_TO_INDEX =
  "function handler(e){var r=e.request;if(r.uri.split('/').pop().indexOf('.')<0)r.uri=r.uri.replace(/\\/?$/,'/index.html');return r;}";

/** The bucket of the dashboard and the simulated watch behind a distribution that also passes the API through: one origin for the browser, no CORS. */
export class Site extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, api: HttpApi) {
    super(scope, id);
    this.bucket = new Bucket(this, "Bucket", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
    });
    const headers = this.headersPolicy("Headers", "none");
    const passThrough = apiBehaviour(api, headers);
    const origin = S3BucketOrigin.withOriginAccessControl(this.bucket as IBucket);
    this.distribution = new Distribution(this, "Distribution", {
      comment: "Backstride: dashboard and API",
      defaultBehavior: this.filesBehaviour(origin, headers, this.pathFunction("Pages", PAGES_TO_INDEX)),
      additionalBehaviors: {
        "/v1/*": passThrough,
        "/.well-known/*": passThrough,
        // The simulated watch is shown in frames of our own pages; nothing else is ever framed.
        "/watch/*": this.filesBehaviour(
          origin,
          this.headersPolicy("WatchHeaders", "self"),
          this.pathFunction("WatchFolders", FOLDERS_TO_INDEX),
        ),
      },
      defaultRootObject: "index.html",
      priceClass: PriceClass.PRICE_CLASS_100,
    });
  }

  private filesBehaviour(
    origin: IOrigin,
    responseHeadersPolicy: ResponseHeadersPolicy,
    paths: EdgeFunction,
  ): BehaviorOptions {
    return {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: paths }],
    };
  }

  private pathFunction(id: string, code: string): EdgeFunction {
    return new EdgeFunction(this, id, { code: FunctionCode.fromInline(code), runtime: FunctionRuntime.JS_2_0 });
  }

  private headersPolicy(id: string, framing: Framing): ResponseHeadersPolicy {
    const frameOption = framing === "self" ? HeadersFrameOption.SAMEORIGIN : HeadersFrameOption.DENY;
    return new ResponseHeadersPolicy(this, id, {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(framing), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      },
    });
  }
}

function apiBehaviour(api: HttpApi, responseHeadersPolicy: ResponseHeadersPolicy) {
  const domain = Fn.join(".", [api.apiId, "execute-api", Stack.of(api).region, Stack.of(api).urlSuffix]);
  return {
    origin: new HttpOrigin(domain),
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    responseHeadersPolicy,
  };
}
