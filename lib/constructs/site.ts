import { Duration, Fn, Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";

/** The local host reads this from the template too, so what is tested is what is served. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** A page of the dashboard has no dot in its last part; anything else is a file. (CloudFront's own error pages would also replace the API's 404.) */
const PAGES_TO_INDEX =
  "function handler(e){var r=e.request;if(r.uri.split('/').pop().indexOf('.')<0)r.uri='/index.html';return r;}";

/** The dashboard's bucket behind a distribution that also passes the API through: one origin for the browser, no CORS. */
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
    const headers = this.headersPolicy();
    const passThrough = apiBehaviour(api, headers);
    this.distribution = new Distribution(this, "Distribution", {
      comment: "Backstride: dashboard and API",
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: headers,
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.pagesFunction() }],
      },
      additionalBehaviors: { "/v1/*": passThrough, "/.well-known/*": passThrough },
      defaultRootObject: "index.html",
      priceClass: PriceClass.PRICE_CLASS_100,
    });
  }

  private pagesFunction(): EdgeFunction {
    return new EdgeFunction(this, "Pages", {
      code: FunctionCode.fromInline(PAGES_TO_INDEX),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  private headersPolicy(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, "Headers", {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: CONTENT_SECURITY_POLICY, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
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
