import { log } from "@zos/utils";

AppService({
  onInit(params) {
    log.getLogger("cue").log("alarm", String(params));
  },
});
