import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { addressOf, approvalAddress } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { StricterBadge } from '../../parts/handling/StricterBadge.tsx';
import { OutsideMark } from '../../parts/outside/OutsideMark.tsx';
import { AddPaper } from '../../parts/papers/AddPaper.tsx';
import { Commission } from '../../parts/papers/Commission.tsx';
import { RecordPicker } from '../../parts/picker/RecordPicker.tsx';
import type { Item } from '../plan/planTypes.ts';
import classes from './panel.module.css';

interface ItemPapersProps {
  readonly meeting: string;
  readonly item: Item;
}

/** The papers of an item with their state; others are attached, or begun for it. */
export function ItemPapers({ meeting, item }: ItemPapersProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { attach, error } = useAttach(item);
  const { papers, approves } = item;
  const minuted = approves?.name || t`a meeting that is not here`;
  const ids = papers.map(({ paper }) => paper);
  return (
    <section aria-label={t`Papers of this item`}>
      <h3 className={classes.heading}>{t`Papers`}</h3>
      <ul className={classes.papers}>
        {approves !== undefined && (
          <li>
            <span className={classes.paperName}>
              <Link to={approvalAddress(approves.record, item.item)}>{t`Minutes: ${minuted}`}</Link>
            </span>
          </li>
        )}
        {papers.map(({ paper, number, title, status, label, provenance, deleted, here }) => {
          const name = [number, title].filter(Boolean).join(' ') || t`A paper that is not here`;
          return (
            <li key={paper}>
              <span className={classes.paperName}>
                {here ? (
                  <Link to={addressOf('paper', paper)}>
                    {number !== '' && <b>{number}</b>} {title}
                  </Link>
                ) : (
                  name
                )}
                <StricterBadge label={label} />
                {provenance !== undefined && ' '}
                <OutsideMark provenance={provenance} />
              </span>
              <span className={deleted ? classes.gone : classes.status}>
                {deleted ? t`deleted` : status && valueName('paper', 'status', status, language)}
              </span>
              <ActionIcon
                size="sm"
                aria-label={t`Take ${name} off this item`}
                onClick={() => void attach(ids.filter((one) => one !== paper))}
              >
                <IconX size={14} stroke={1.6} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      {error !== undefined && (
        <Text role="alert" c="red" size="sm">
          {error}
        </Text>
      )}
      <div className={classes.addPaper}>
        <RecordPicker
          kinds={['paper']}
          value={null}
          except={ids}
          label={t`Attach a paper`}
          hidesLabel
          placeholder={t`Attach a paper`}
          onChange={(paper) => paper !== null && void attach([...ids, paper])}
        />
        <AddPaper meeting={meeting} item={item.item} />
        <Commission meeting={meeting} item={item.item} />
      </div>
    </section>
  );
}

/** Sets the papers of an item, and can take it back; what is in conflict is refused in words. */
function useAttach({ item, papers, number, title }: Item) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const [error, setError] = useState<string>();
  const before = papers.map(({ paper }) => String(paper));
  const write = (from: readonly string[], to: readonly string[]) =>
    client.records.edit({
      id: item,
      base: { papers: from.length === 0 ? null : [...from] },
      changes: { papers: [...to] },
    });
  const attach = async (after: readonly string[]) => {
    try {
      await write(before, after);
      setError(undefined);
      const name = number === undefined ? `“${title}”` : String(number);
      did({
        label: t`changed the papers of item ${name}`,
        undo: () => write(after, before),
        redo: () => write(before, after),
      });
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  return { attach, error };
}
