import { BaseApp } from "@zeppos/zml/base-app";
import { log } from "@zos/utils";

const logger = log.getLogger("backstride");

App(
  BaseApp({
    globalData: {},
    onCreate() {
      logger.log("app created");
    },
    onDestroy() {
      logger.log("app destroyed");
    },
  }),
);
