import { gettext } from "i18n";

AppSettingsPage({
  build() {
    return View({}, [TextInput({ label: gettext("home.title"), settingsKey: "backstride.address" })]);
  },
});
