import { useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import {
  type Icon,
  IconArrowBackUp,
  IconLink,
  IconMailOpened,
  IconMessage,
  IconPencil,
  IconPlus,
  IconSend,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import { listed } from '../../../domain/records/valueWords.ts';
import { addressOf } from '../../application/addresses.ts';
import { formatClock } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { fieldWords } from '../inspector/fieldWords.ts';
import { useWriterWords } from '../inspector/writerWords.ts';
import { useRecordName } from '../picker/recordName.ts';
import classes from './story.module.css';
import type { Happening, StoryEntry } from './useStory.ts';

const SIGNS: Readonly<Record<Happening, Icon>> = {
  made: IconPlus,
  changed: IconPencil,
  shared: IconSend,
  received: IconMailOpened,
  deleted: IconTrash,
  restored: IconArrowBackUp,
  linked: IconLink,
  commented: IconMessage,
};

/** More fields than these are counted, not named. */
const NAMED = 4;

/** One thing that happened, in a sentence. */
export function StoryLine({ kind, entry }: { readonly kind: string; readonly entry: StoryEntry }) {
  const { at, what, who, record } = entry;
  const writer = useWriterWords()(who);
  const Sign = SIGNS[what];
  return (
    <li className={classes.entry}>
      <Sign size={16} stroke={1.6} className={classes.sign} aria-hidden />
      <time className={classes.time} dateTime={at}>
        {clockOf(at)}
      </time>
      <span className={classes.words}>
        <Sentence kind={kind} entry={entry} /> {record !== undefined && <Other entry={entry} record={record} />}
        {who !== undefined && <span className={classes.who}> {writer}</span>}
      </span>
    </li>
  );
}

function Sentence({ kind, entry }: { readonly kind: string; readonly entry: StoryEntry }) {
  const { t } = useLingui();
  const language = useLanguage();
  const fields = (entry.fields ?? []).map((field) => fieldName(kind, field, language));
  const more = fields.length - NAMED;
  const named = listed(fields.slice(0, more > 0 ? NAMED : fields.length), language);
  const changed = more > 0 ? t`${named} and ${more} more` : named;
  switch (entry.what) {
    case 'made':
      return t`Made`;
    case 'changed':
      return changed === '' ? t`Changed` : t`Changed: ${changed}`;
    case 'shared':
      return changed === '' ? t`Shared` : t`Shared: ${changed}`;
    case 'received':
      return changed === '' ? t`Came in a bundle` : t`Came in a bundle: ${changed}`;
    case 'deleted':
      return t`Deleted`;
    case 'restored':
      return t`Restored`;
    case 'linked': {
      const field = fieldWords(entry.outgoing ? kind : entry.kind, entry.field ?? '', language);
      return entry.outgoing ? t`Linked as ${field}:` : t`Named as ${field} by`;
    }
    case 'commented':
      return t`Commented:`;
  }
}

function Other({ entry, record }: { readonly entry: StoryEntry; readonly record: string }) {
  const nameOf = useRecordName();
  const { kind = '', title = '', what } = entry;
  if (what === 'commented') return title;
  return (
    <Anchor component={Link} to={addressOf(kind, record)} underline="always">
      {nameOf({ kind, title })}
    </Anchor>
  );
}

function clockOf(at: string): string {
  return formatClock(Temporal.Instant.from(at).toZonedDateTimeISO(Temporal.Now.timeZoneId()));
}
