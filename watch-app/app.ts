import { BaseApp } from "@zeppos/zml/base-app";
import { log } from "@zos/utils";

const logger = log.getLogger("backstride");

const app = BaseApp({
  globalData: {},
  onCreate() {
    logger.log("app created");
  },
  onDestroy() {
    logger.log("app destroyed");
  },
});

App({
  ...app,
  onDestroy() {
    try {
      app.onDestroy.call(this);
    } catch (error) {
      // With the phone out of reach the goodbye that the messaging library sends to it cannot be sent.
      logger.log("app destroyed", String(error));
    }
  },
});
