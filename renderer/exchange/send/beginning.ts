import { Purpose } from '../../../contract/exchange/calls.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { NOBODY, type What, type Whom, whoOfPurpose } from './audience.ts';
import type { Beginning } from './useBundleDraft.ts';

/** What another page asked to be sealed, by the address: `?meeting=…`, `?records=…`, `?of=lacking`, `&to=…` (organisations), `&purpose=…`; `&guest=…&item=…&papers=…` for a speaker, `&reminds` for the authors of these papers. */
export function beginningOf(search: URLSearchParams): Beginning {
  const list = (name: string) => (search.get(name) ?? '').split(',').filter((id) => id !== '');
  const records = list('records');
  const purpose = Purpose.safeParse(search.get('purpose'));
  const meeting = search.get('meeting');
  // Who joins has nothing yet.
  const isInvitation = meeting === null && purpose.data === 'invitation';
  const usual = records.length > 0 ? 'records' : isInvitation ? 'everything' : 'meeting';
  const of = search.get('of') === 'lacking' ? 'lacking' : usual;
  const what: What = { of, meeting, records, delta: false };
  const to = list('to');
  const bound = purpose.success ? whoOfPurpose(purpose.data) : undefined;
  const whom: Whom = to.length > 0 ? { ...NOBODY, who: 'organisations', organisations: to } : NOBODY;
  const [party, item] = [search.get('guest'), search.get('item')].map((id) => RecordId.safeParse(id).data);
  if (party !== undefined && item !== undefined) {
    const papers = list('papers').filter((id) => RecordId.safeParse(id).success);
    return { whom: { ...NOBODY, who: 'guest', guest: { party, item, papers } }, what };
  }
  return {
    whom: bound === undefined ? whom : { ...whom, who: bound, bodies: bound === 'bodies' ? to : [] },
    what,
    ...(purpose.success ? { purpose: purpose.data } : {}),
    ...(search.has('reminds') ? { reminds: true } : {}),
  };
}
