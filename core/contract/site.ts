/**
 * The hash of the one script that stands in the page itself (`dashboard/src/early.ts`), as the content security policy names it.
 * The build of the dashboard stops and says the new one when the script has changed.
 */
export const EARLY_SCRIPT = "sha256-21UT3cPX4TncHAlS7h0n53HwfSxb1bGQ8i/Fi8/qH7I=";
