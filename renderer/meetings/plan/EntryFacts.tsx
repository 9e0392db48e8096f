import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconFileOff, IconFileText, IconUsers, IconVideo } from '@tabler/icons-react';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { HandlingBadge } from '../../parts/handling/HandlingBadge.tsx';
import classes from './plan.module.css';
import type { Item } from './planTypes.ts';
import { useSpeakerWords } from './speakerWords.ts';

/** The quiet line of an item: papers, who leads, who joins by video and at what time there, handling. */
export function EntryFacts({ item }: { readonly item: Item }) {
  const { t } = useLingui();
  const language = useLanguage();
  const speakerWords = useSpeakerWords();
  const { papers, speakers, leads, purpose } = item;
  const [first, ...others] = speakers;
  const gone = papers.filter(({ deleted }) => deleted);
  const there = papers.filter(({ deleted }) => !deleted);
  return (
    <span className={classes.facts}>
      {item.conflicted && (
        <span className={classes.warned}>
          <IconAlertTriangle size={15} stroke={1.6} aria-hidden />
          {t`in conflict`}
        </span>
      )}
      {there.length > 0 && (
        <span className={classes.fact}>
          <IconFileText size={15} stroke={1.6} aria-hidden />
          <span>{there.map(({ number, title }) => number || title || t`not here`).join(', ')}</span>
        </span>
      )}
      {gone.length > 0 && (
        <span className={classes.warned}>
          <IconFileOff size={15} stroke={1.6} aria-hidden />
          <span>{t`${gone.map(({ number, title }) => number || title).join(', ')} deleted`}</span>
        </span>
      )}
      {leads.length > 1 && (
        <span className={classes.fact}>
          <IconUsers size={15} stroke={1.6} aria-hidden />
          <span>{leads.map(({ name }) => name).join(', ')}</span>
        </span>
      )}
      {first !== undefined && (
        <span className={classes.fact}>
          <IconVideo size={15} stroke={1.6} aria-hidden />
          <span>
            {speakerWords(first)}
            {others.length > 0 && ` +${others.length}`}
          </span>
        </span>
      )}
      {purpose === 'decision' && (
        <span className={classes.fact}>
          <span>{valueName('agendaItem', 'purpose', purpose, language)}</span>
        </span>
      )}
      {item.type === 'item' && <HandlingBadge label={item.label} />}
    </span>
  );
}
