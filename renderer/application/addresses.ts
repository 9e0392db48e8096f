/** Where records of a kind are at home. Kinds that are not here open in the library. */
const HOMES: Readonly<Record<string, string>> = {
  network: '/people',
  organisation: '/people',
  person: '/people',
};

/** The one address of a record: `/people/6f9c…`. */
export function addressOf(kind: string, id: string): string {
  return `${HOMES[kind] ?? '/library'}/${id}`;
}
