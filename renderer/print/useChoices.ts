import { useRef, useState } from 'react';
import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { text, texts } from '../../domain/records/text.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { usePreference } from '../application/preferences.ts';
import { useRead } from '../application/queries.ts';
import { usualPaper } from '../language/paperSize.ts';
import { useLanguage } from '../language/useLanguage.ts';
import {
  type Asked,
  type Defaults,
  FOR_CHAIRS,
  isBook,
  isOfMeeting,
  type Printable,
  PrintChoices,
  USUAL,
} from './choices.ts';

/** What the chair has in hand is for those who hold it; a request for a paper goes to whom it is made. */
const FOR_WHO_IS_ASKED: PrintChoices = { ...USUAL, audience: 'asked' };
const FOR_THOSE_IN_THE_CHAIR: PrintChoices = { ...USUAL, audience: 'chairs' };

interface Choosing {
  readonly choices: PrintChoices;
  readonly defaults: Defaults;
  change(changes: Partial<PrintChoices>): void;
}

/** How a document is printed here, as it was the last time. Undefined until that is read. `asked`: what the address says instead. */
export function useChoices(what: Printable, id: string, asked: Partial<PrintChoices> = {}): Choosing | undefined {
  const [kept, keep, ready] = usePreference(
    `print/${what}/${id}`,
    PrintChoices,
    what === 'commission' ? FOR_WHO_IS_ASKED : FOR_CHAIRS.includes(what) ? FOR_THOSE_IN_THE_CHAIR : USUAL,
  );
  /** Shown at once: what is kept follows. */
  const [made, setMade] = useState<PrintChoices>();
  const latest = useRef(made);
  const language = useLanguage();
  const found = useDefaults(
    what === 'paper' ||
      what === 'commission' ||
      what === 'comments' ||
      what === 'adoption' ||
      isBook(what) ||
      isOfMeeting(what)
      ? id
      : undefined,
    FOR_CHAIRS.includes(what),
    what === 'commission',
  );
  if (!ready || found === undefined) return undefined;
  // Comments are for whoever works on the paper, and not part of it.
  const defaults = what === 'comments' ? { ...found, language } : found;
  const chosen = made ?? { ...kept, ...asked };
  return {
    // A request may be made to nobody in particular.
    choices: chosen.audience === 'asked' && defaults.asked.length === 0 ? { ...chosen, audience: 'self' } : chosen,
    defaults,
    change(changes) {
      const next = { ...(latest.current ?? { ...kept, ...asked }), ...changes };
      latest.current = next;
      setMade(next);
      keep(next);
    },
  };
}

function useDefaults(record: string | undefined, asksChairs: boolean, isRequest: boolean): Defaults | undefined {
  const language = useLanguage();
  const printed = useRead('records', 'read', { id: record ?? NOBODY }, { enabled: record !== undefined });
  const { data: status } = useRead('vault', 'status', {});
  const own = status?.installation?.organisation;
  const seat = useRead('records', 'read', { id: own ?? NOBODY }, { enabled: own !== undefined });
  const invited = useRead('records', 'registerIds', {
    kinds: ['organisation'],
    filters: [{ column: 'membership', is: 'equals', value: 'invited' }],
    sort: [{ column: '$title', descending: false }],
  });
  const members = useRead(
    'records',
    'registerIds',
    { kinds: ['organisation'], filters: [{ column: 'membership', is: 'equals', value: 'member' }], sort: [] },
    { enabled: isRequest },
  );
  const chairs = useRead('meetings', 'cues', { meeting: record ?? NOBODY }, { enabled: asksChairs });
  const isReading = (record !== undefined && printed.isPending) || (own !== undefined && seat.isPending);
  if (
    status === undefined ||
    isReading ||
    invited.isPending ||
    (isRequest && members.isPending) ||
    (asksChairs && chairs.isPending)
  )
    return undefined;
  // A paper and a book print in their own language, all else in that of whoever prints it.
  const written = printed.data?.body.language;
  return {
    language: written === 'fr' || written === 'en' ? written : language,
    paper: usualPaper(),
    bodies: invited.data?.ids ?? [],
    asked: isRequest ? askedIn(printed.data, members.data?.ids ?? []) : [],
    chairs: chairs.data?.chairs ?? [],
    capitalZone: text(seat.data?.body.zone),
  };
}

/** Asked about by nobody. */
const NOBODY: RecordId | string = '00000000-0000-4000-8000-000000000000';

/** A member gets what members have; everybody else is the guest of that one paper. */
function askedIn(
  paper: { readonly id: RecordId; readonly body: JsonObject } | undefined,
  members: readonly string[],
): Asked[] {
  if (paper === undefined) return [];
  const { id } = paper;
  return texts(paper.body.commissionedFrom).flatMap((named) => {
    const party = RecordId.safeParse(named).data;
    if (party === undefined) return [];
    const audience: Audience = members.includes(party)
      ? { kind: 'organisation', organisation: party }
      : { kind: 'guest', party, item: id, papers: [id] };
    return [{ party, audience }];
  });
}
