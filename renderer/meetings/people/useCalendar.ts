import { useLingui } from '@lingui/react/macro';
import { isDelegate } from '../../../domain/meetings/seats.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { tell, tellError } from '../../application/errors.tsx';
import { saveFile } from '../../host/saveFile.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Seat } from './seatTypes.ts';

/** A calendar to be saved: for whom, and of whose seat. */
interface Calendar {
  readonly audience: Audience;
  readonly seat?: string;
}

/** Saves calendar files of a meeting where the person wants them. The name of the file tells of nobody. */
export function useCalendar(meeting: string) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const language = useLanguage();
  const save = async ({ audience, seat }: Calendar) => {
    const name = `${t`Calendar`}.ics`;
    const order = { meeting, audience, language, ...(seat === undefined ? {} : { seat }) };
    if (await saveFile(host, name, (file) => client.documents.calendar({ ...order, file }))) tell(t`Saved: ${name}`);
  };
  return (calendar: Calendar) => void save(calendar).catch(tellError);
}

/** For whom the calendar of a seat is: whoever sits there, and nobody beside them. Undefined where nobody can be named. */
export function audienceOfSeat({ capacity, organisation, person, items }: Seat): Audience | undefined {
  const [item] = items;
  if (isDelegate(capacity ?? 'member')) {
    if (person !== undefined) return { kind: 'persons', persons: [person.record] };
    return organisation === undefined ? undefined : { kind: 'organisation', organisation: organisation.record };
  }
  if (organisation !== undefined) return { kind: 'community', bodies: [organisation.record] };
  return person === undefined || item === undefined
    ? undefined
    : { kind: 'guest', party: person.record, item: item.item, papers: [] };
}

/** For whom the calendar of a speaker is: for them and their item alone. */
export const audienceOfSpeaker = (party: string, item: string): Audience => ({
  kind: 'guest',
  party: RecordId.parse(party),
  item: RecordId.parse(item),
  papers: [],
});
