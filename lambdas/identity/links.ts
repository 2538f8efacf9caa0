import { BackstrideError } from "../../core/error.ts";
import { personKey } from "../adapters/keys.ts";
import { ABSENT, deleteRow, getRow, putRow } from "../adapters/table.ts";

/*
 * Whom a provider's subject signs in: a row under the hash of issuer and subject, and a note of it among the person's own rows.
 * The note goes first, so that nothing signs anybody in that its owner cannot see and take away.
 */

const SORT = "OIDC";
const linkOf = (subject: string) => ({ pk: `OIDC#${subject}`, sk: SORT });

export async function personBySubject(subject: string): Promise<string | null> {
  const row = await getRow(linkOf(subject).pk, SORT);
  return row === null ? null : String(row.person);
}

export const hasLink = async (person: string): Promise<boolean> => (await getRow(personKey(person), SORT)) !== null;

/** Safe to repeat. @returns false when the subject is another person's, or the person has another one */
export async function linkSubject(person: string, subject: string): Promise<boolean> {
  const [link, note] = [linkOf(subject), { pk: personKey(person), sk: SORT }];
  await putRow({ ...note, subject, elsewhere: [link] }, ABSENT);
  if ((await getRow(note.pk, note.sk))?.subject !== subject) return false;
  await putRow({ ...link, person }, ABSENT);
  if ((await personBySubject(subject)) === person) return true;
  await deleteRow(note.pk, note.sk);
  return false;
}

/** @throws BackstrideError `not_found` */
export async function unlinkSubject(person: string): Promise<void> {
  const note = await getRow(personKey(person), SORT);
  if (note === null) throw new BackstrideError("not_found", "No sign-in provider is linked to your account.");
  const mine = { expression: "attribute_not_exists(pk) OR person = :person", values: { ":person": person } };
  await deleteRow(linkOf(String(note.subject)).pk, SORT, mine);
  await deleteRow(note.pk, note.sk);
}

export const alreadyLinked = (): BackstrideError =>
  new BackstrideError("conflict", "This sign-in, or this account, is linked already. Remove that link first.", {
    field: "response",
  });
