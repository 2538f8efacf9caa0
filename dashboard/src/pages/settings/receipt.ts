import { signal } from "@preact/signals";
import type { DeletionReceipt } from "../../../../core/contract/auth.ts";

/** What the service said when the account was deleted. It lives as long as this page: nobody can ask for it again. */
export const receipt = signal<DeletionReceipt | null>(null);
