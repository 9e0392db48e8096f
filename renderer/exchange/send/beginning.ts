import { Purpose } from '../../../contract/exchange/calls.ts';
import { NOBODY, type What, type Whom, whoOfPurpose } from './audience.ts';
import type { Beginning } from './useBundleDraft.ts';

/** What another page asked to be sealed, by the address: `?meeting=…`, `?records=…`, `?of=lacking`, `&to=…` (organisations), `&purpose=…`. */
export function beginningOf(search: URLSearchParams): Beginning {
  const list = (name: string) => (search.get(name) ?? '').split(',').filter((id) => id !== '');
  const records = list('records');
  const of = search.get('of') === 'lacking' ? 'lacking' : records.length > 0 ? 'records' : 'meeting';
  const what: What = { of, meeting: search.get('meeting'), records, delta: false };
  const purpose = Purpose.safeParse(search.get('purpose'));
  const to = list('to');
  const bound = purpose.success ? whoOfPurpose(purpose.data) : undefined;
  const whom: Whom = to.length > 0 ? { ...NOBODY, who: 'organisations', organisations: to } : NOBODY;
  return {
    whom: bound === undefined ? whom : { ...whom, who: bound },
    what,
    ...(purpose.success ? { purpose: purpose.data } : {}),
  };
}
