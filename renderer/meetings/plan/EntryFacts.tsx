import { useLingui } from '@lingui/react/macro';
import {
  type Icon,
  IconAlertTriangle,
  IconFileOff,
  IconFileText,
  IconFlag,
  IconUsers,
  IconVideo,
} from '@tabler/icons-react';
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
  const { papers, speakers, leads, purpose, outcome, conflicted, label } = item;
  const paperWords = (deleted: boolean) =>
    papers
      .filter((paper) => paper.deleted === deleted)
      .map(({ number, title, provenance }) => {
        const name = number || title || t`not here`;
        return provenance === 'outside' ? t`${name} (unverified)` : name;
      })
      .join(', ');
  const [there, gone] = [paperWords(false), paperWords(true)];
  const facts: FactProps[] = [
    ...(conflicted ? [{ sign: IconAlertTriangle, words: t`in conflict`, warns: true }] : []),
    ...(outcome === undefined
      ? []
      : [{ sign: IconFlag, words: valueName('agendaItem', 'outcome', outcome, language) ?? outcome }]),
    ...(there === '' ? [] : [{ sign: IconFileText, words: there }]),
    ...(gone === '' ? [] : [{ sign: IconFileOff, words: t`${gone} deleted`, warns: true }]),
    ...speakers.map((speaker) => ({ sign: IconVideo, words: speakerWords(speaker) })),
    ...(leads.length > 1 ? [{ sign: IconUsers, words: leads.map(({ name }) => name).join(', ') }] : []),
    ...(purpose === 'decision' ? [{ words: valueName('agendaItem', 'purpose', purpose, language) ?? purpose }] : []),
  ];
  const [first = [], ...others] = inLines(facts, rows);
  return (
    <span className={classes.below}>
      <Line facts={first} />
      <HandlingBadge label={label} />
      {others.map((line) => (
        <Line key={line.map(({ words }) => words).join()} facts={line} />
      ))}
    </span>
  );
}

function Line({ facts }: { readonly facts: readonly FactProps[] }) {
  return (
    <span className={classes.line}>
      {facts.map((fact) => (
        <Fact key={fact.words} {...fact} />
      ))}
    </span>
  );
}

/** One a line where there is room; what is left shares the last one. */
function inLines(facts: readonly FactProps[], rows: number): FactProps[][] {
  const alone = facts.slice(0, facts.length <= rows ? rows : rows - 1);
  const rest = facts.slice(alone.length);
  return [...alone.map((fact) => [fact]), ...(rest.length === 0 ? [] : [rest])];
}

interface FactProps {
  readonly sign?: Icon;
  readonly words: string;
  readonly warns?: boolean;
}

function Fact({ sign: Sign, words, warns = false }: FactProps) {
  return (
    <span className={warns ? classes.warned : classes.fact}>
      {Sign && <Sign size={15} stroke={1.6} aria-hidden />}
      {words}
    </span>
  );
}
