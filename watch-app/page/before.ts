import { BasePage } from "@zeppos/zml/base-page";
import { getText } from "@zos/i18n";
import { replace } from "@zos/router";
import { screen } from "../ui/screen.ts";
import { button, label } from "../ui/widgets.ts";

Page(
  BasePage({
    build() {
      const { width, height } = screen();
      label({ x: 0, y: 60, w: width, h: 60 }, getText("home.title"), 40);
      button(
        { x: width / 4, y: height / 2, w: width / 2, h: 88 },
        getText("next"),
        () => replace({ url: "page/session" }),
        "primary",
      );
    },
  }),
);
