import { useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconArrowUpRight, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { valueName } from '../../../domain/records/valueNames.ts';
import { addressOf } from '../../application/addresses.ts';
import { capitalised } from '../../language/capitalised.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { HandlingBadge } from '../../parts/handling/HandlingBadge.tsx';
import type { Item, TimedItem } from '../plan/planTypes.ts';
import { useSpeakerWords } from '../plan/speakerWords.ts';
import { CueEditor } from '../room/CueEditor.tsx';
import { Facts } from './Facts.tsx';
import { ItemPapers } from './ItemPapers.tsx';
import classes from './panel.module.css';

const ITEM_FIELDS = [
  'title',
  'purpose',
  'minutes',
  'leads',
  'leadNote',
  'papers',
  'speakers',
  'outcome',
  'continues',
  'approves',
];
const BREAK_FIELDS = ['title', 'minutes'];

interface ItemPanelProps {
  readonly meeting: string;
  readonly item: Item | TimedItem;
}

/** What is known of an item at a glance, its papers, and its fields to be changed. */
export function ItemPanel({ meeting, item }: ItemPanelProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const speakerWords = useSpeakerWords();
  const [editing, setEditing] = useState(item.conflicted);
  const { minutes, purpose, outcome, leads, leadNote, speakers, type } = item;
  const length = t`${minutes} min`;
  const lead = [...leads.map(({ name }) => name || t`Somebody not known here`), leadNote].filter(Boolean).join(', ');
  return (
    <>
      {!editing && (
        <Facts
          facts={[
            [t`Purpose`, purpose && capitalised(valueName('agendaItem', 'purpose', purpose, language) ?? purpose)],
            [t`Lead`, lead],
            [t`Time`, 'starts' in item ? `${item.starts}–${item.ends}, ${length}` : length],
            [
              t`By video`,
              speakers.length === 0
                ? undefined
                : speakers.map((speaker) => (
                    <span key={`${speaker.record} ${speaker.zone}`} className={classes.line}>
                      {speakerWords(speaker)}
                    </span>
                  )),
            ],
            [t`Outcome`, outcome && capitalised(valueName('agendaItem', 'outcome', outcome, language) ?? outcome)],
            [t`Handling`, <HandlingBadge key="label" label={item.label} />],
          ]}
        />
      )}
      {!editing && type === 'item' && <ItemPapers meeting={meeting} item={item} />}
      {!editing && 'starts' in item && <CueEditor meeting={meeting} about={item.item} moment="during" />}
      {editing && <RecordForm record={item.item} fields={type === 'break' ? BREAK_FIELDS : ITEM_FIELDS} />}
      <Group gap="xs" my="sm">
        <Button
          variant="default"
          size="xs"
          aria-expanded={editing}
          leftSection={<IconPencil size={15} stroke={1.6} aria-hidden />}
          onClick={() => setEditing(!editing)}
        >
          {editing ? t`Back to the overview` : t`Change its fields`}
        </Button>
        <Button
          component={Link}
          to={addressOf('agendaItem', item.item)}
          variant="subtle"
          size="xs"
          leftSection={<IconArrowUpRight size={15} stroke={1.6} aria-hidden />}
        >
          {t`Open its page`}
        </Button>
      </Group>
    </>
  );
}
