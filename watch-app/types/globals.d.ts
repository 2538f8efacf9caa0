// `@zeppos/device-types` declares the console's type but not its value.
declare var console: console;
