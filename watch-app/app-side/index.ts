import { BaseSideService } from "@zeppos/zml/base-side";

AppSideService(
  BaseSideService({
    onRequest(request, answer) {
      answer(null, { ok: false, code: "unknown-method", method: request.method });
    },
  }),
);
