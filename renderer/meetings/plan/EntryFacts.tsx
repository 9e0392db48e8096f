import { useLingui } from '@lingui/react/macro';
import { type Icon, IconAlertTriangle, IconFileOff, IconFileText, IconUsers, IconVideo } from '@tabler/icons-react';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { HandlingBadge } from '../../parts/handling/HandlingBadge.tsx';
import classes from './plan.module.css';
import type { Item } from './planTypes.ts';
import { useSpeakerWords } from './speakerWords.ts';

interface EntryFactsProps {
  readonly item: Item;
  /** For so many lines there is room. */
  readonly rows: number;
}

/** The quiet lines of an item: papers, who leads, who joins by video and at what time there, handling. */
export function EntryFacts({ item, rows }: EntryFactsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const speakerWords = useSpeakerWords();
  const { papers, speakers, leads, purpose, conflicted, label } = item;
  const paperWords = (deleted: boolean) =>
    papers
      .filter((paper) => paper.deleted === deleted)
      .map(({ number, title }) => number || title || t`not here`)
      .join(', ');
  const [there, gone] = [paperWords(false), paperWords(true)];
  const [first, ...others] = speakers.map(speakerWords);
  const more = others.length === 0 ? '' : rows < 2 ? ` +${others.length}` : `; ${others.join('; ')}`;
  return (
    <span className={classes.below}>
      <span className={classes.facts} style={{ WebkitLineClamp: rows }}>
        {conflicted && <Fact sign={IconAlertTriangle} words={t`in conflict`} warns />}
        {there !== '' && <Fact sign={IconFileText} words={there} />}
        {gone !== '' && <Fact sign={IconFileOff} words={t`${gone} deleted`} warns />}
        {leads.length > 1 && <Fact sign={IconUsers} words={leads.map(({ name }) => name).join(', ')} />}
        {first !== undefined && <Fact sign={IconVideo} words={`${first}${more}`} />}
        {purpose === 'decision' && <Fact words={valueName('agendaItem', 'purpose', purpose, language) ?? purpose} />}
      </span>
      <HandlingBadge label={label} />
    </span>
  );
}

interface FactProps {
  readonly sign?: Icon;
  readonly words: string;
  readonly warns?: boolean;
}

/** Words behind a sign, which never stands alone at the end of a line. */
function Fact({ sign: Sign, words, warns = false }: FactProps) {
  const end = words.indexOf(' ');
  const [first, rest] = end < 0 ? [words, ''] : [words.slice(0, end), words.slice(end)];
  return (
    <span className={warns ? classes.warned : classes.fact}>
      <span className={classes.together}>
        {Sign && <Sign size={15} stroke={1.6} aria-hidden />}
        {first}
      </span>
      {rest}{' '}
    </span>
  );
}
