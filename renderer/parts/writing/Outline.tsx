import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconCircleDashed, IconListDetails } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import type { SectionFound } from '../../../domain/papers/readOutline.ts';
import type { Json } from '../../../domain/records/json.ts';
import { useAction } from '../../application/actions.ts';
import { addMissingSections, goToSection } from './outlineIn.ts';
import { useOutline } from './useOutline.ts';
import classes from './writing.module.css';

interface OutlineProps {
  readonly type: string;
  readonly language: 'en' | 'fr';
  readonly saved: Json | undefined;
  readonly editor: Editor | undefined;
}

/** The sections that papers of this type have: which are written, which are still empty, which are not there. */
export function Outline({ type, language, saved, editor }: OutlineProps) {
  const { t } = useLingui();
  const { sections, hasText } = useOutline(type, saved, editor);
  const missing = sections.filter(({ block }) => block === undefined).length;
  const empty = sections.filter(({ block, empty: isEmpty }) => block !== undefined && isEmpty).length;
  // A text that has none of them was written in its own way, and nothing is amiss with it.
  const isItsOwn = hasText && missing === sections.length;
  const isOpen = editor?.isEditable === true;
  const add = {
    id: 'paper.addSections',
    title: isItsOwn ? t`Add these sections` : t`Add the missing sections`,
    group: t`Paper`,
    icon: IconListDetails,
    disabled: !isOpen || missing === 0,
    run: () => {
      if (editor === undefined) return;
      const first = addMissingSections(editor, type, language);
      if (first !== undefined) goToSection(editor, first);
    },
  };
  useAction(add);
  if (sections.length === 0) return <p className={classes.quiet}>{t`Papers of this type have no outline.`}</p>;
  return (
    <>
      <p className={classes.quiet}>
        {isItsOwn ? (
          t`This text has its own order. Papers of this type usually have these sections:`
        ) : empty + missing === 0 ? (
          t`Every section is written.`
        ) : (
          <>
            <Plural value={empty} _0="No section is empty" one="# section is empty" other="# sections are empty" />
            {', '}
            <Plural value={missing} _0="none is missing" one="# is missing" other="# are missing" />.
          </>
        )}
      </p>
      <ol className={classes.outline} aria-label={t`Sections`}>
        {sections.map((found) => (
          <Section
            key={found.section.id}
            found={found}
            language={language}
            isItsOwn={isItsOwn}
            go={editor === undefined ? undefined : (block) => goToSection(editor, block)}
          />
        ))}
      </ol>
      {missing > 0 && isOpen && (
        <Button size="xs" variant="default" onClick={add.run}>
          {add.title}
        </Button>
      )}
    </>
  );
}

interface SectionProps {
  readonly found: SectionFound;
  readonly language: 'en' | 'fr';
  /** The text does without: a section that is not there is not missed. */
  readonly isItsOwn: boolean;
  readonly go: ((block: string) => void) | undefined;
}

function Section({ found: { section, block, heading, empty }, language, isItsOwn, go }: SectionProps) {
  const { t } = useLingui();
  const name = heading.trim() || section.heading[language];
  const [Sign, said] =
    block === undefined
      ? ([IconCircleDashed, t`missing`] as const)
      : empty
        ? ([IconCircle, t`empty`] as const)
        : ([IconCircleCheck, t`written`] as const);
  return (
    <li>
      <button
        type="button"
        className={classes.section}
        disabled={block === undefined || go === undefined}
        onClick={() => block !== undefined && go?.(block)}
      >
        <Sign size={16} stroke={1.6} aria-hidden />
        <span className={classes.sectionName}>{name}</span>
        {!isItsOwn && <span className={classes.state}>{said}</span>}
      </button>
      {(empty || block === undefined) && <p className={classes.asks}>{section.asks[language]}</p>}
    </li>
  );
}
