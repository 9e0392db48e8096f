import { Plural, useLingui } from '@lingui/react/macro';
import {
  IconGitCompare,
  IconMailForward,
  IconPrinter,
  IconRectangleFilled,
  IconRubberStamp,
  IconWorldCheck,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { isStanding } from '../../domain/papers/issues.ts';
import { text } from '../../domain/records/text.ts';
import { useAction } from '../application/actions.ts';
import { addressOf, printAddress, redactAddress, sendAddress } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import { saveEverything } from '../application/saving.ts';
import { formatNumber } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { ClearVersion } from '../parts/clearing/ClearVersion.tsx';
import { isClearable } from '../parts/clearing/isClearable.ts';
import { useClearWords } from '../parts/clearing/useClearWords.ts';
import { InConflict } from '../parts/conflict/InConflict.tsx';
import { useWordCount } from '../parts/editor/count/useWordCount.ts';
import type { RecordView } from '../parts/form/formKeeper.ts';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import { useAskMinistries } from '../parts/inquiries/useAskMinistries.ts';
import { OutsideMark } from '../parts/outside/OutsideMark.tsx';
import { VerifyOutside } from '../parts/outside/VerifyOutside.tsx';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { useTitles } from '../parts/picker/useTitles.ts';
import { RecordMenu } from '../parts/record/RecordMenu.tsx';
import type { Versions } from '../parts/versions/useVersions.ts';
import { useLength } from '../parts/writing/useLength.ts';
import classes from './papers.module.css';
import { StatusMenu } from './StatusMenu.tsx';
import { TitleField } from './TitleField.tsx';
import { usePages } from './usePages.ts';

interface PaperHeadProps {
  readonly view: RecordView;
  readonly versions: Versions | undefined;
  readonly readOnly: boolean;
  /** Shows the versions beside one another. */
  compare(): void;
}

/** The head of a paper: where it belongs, its title, status and length, and what is done with it. */
export function PaperHead({ view, versions, readOnly, compare }: PaperHeadProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const crumbs = useCrumbs(view);
  const before = versions?.before;
  const number = before && versions?.numberOf(before.version);
  const title = view.title === '' ? t`Without a title` : view.title;
  const group = t`Paper`;
  const since = {
    id: 'paper.since',
    title: number === undefined ? t`Compare versions` : t`Since version ${number}`,
    group,
    icon: IconGitCompare,
    disabled: false,
    run: compare,
  };
  const preview = {
    id: 'paper.preview',
    title: t`Preview`,
    group,
    icon: IconPrinter,
    disabled: false,
    run: () => navigate(printAddress('paper', view.id)),
  };
  const seal = {
    id: 'paper.seal',
    title: t`Seal…`,
    group,
    icon: IconMailForward,
    disabled: view.conflicted || view.deleted,
    run: () => navigate(sendAddress({ records: [view.id] })),
  };
  const { data: status } = useRead('vault', 'status', {});
  // An issued paper is begun anew or withdrawn, by the Secretariat.
  const isMovable =
    isStanding(view.body) && !view.conflicted && !view.deleted && status?.installation?.role === 'secretariat';
  const clearWords = useClearWords();
  const [clears, setClears] = useState(false);
  const mayClear = isClearable(view, status?.installation?.organisation);
  const clear = {
    id: 'paper.clear',
    title: `${clearWords}…`,
    group,
    icon: IconRubberStamp,
    disabled: !mayClear,
    run: () => setClears(true),
  };
  const [verifies, setVerifies] = useState(false);
  const mayVerify = view.body.provenance === 'outside' && !readOnly;
  const verify = {
    id: 'paper.verify',
    title: t`Verify where it comes from…`,
    group,
    icon: IconWorldCheck,
    disabled: !mayVerify,
    run: () => setVerifies(true),
  };
  useAction(verify);
  const ask = useAskMinistries(view.id);
  const redact = {
    id: 'paper.redact',
    title: t`Make a redacted version…`,
    group,
    icon: IconRectangleFilled,
    disabled: readOnly || view.handling.originator !== status?.installation?.organisation,
    run: () => void saveEverything().then(() => navigate(redactAddress(view.id))),
  };
  useAction(clear);
  useAction(redact);
  useAction(since);
  useAction(preview);
  useAction(seal);
  return (
    <PageHead
      title={title}
      titleField={<TitleField record={view.id} readOnly={readOnly} />}
      crumbs={crumbs}
      marks={
        <>
          <HandlingBadge label={effectiveHandling(view.handling, view.body).label} />
          <OutsideMark provenance={view.body.provenance} />
          {view.conflicted && <InConflict record={view.id} />}
          <StatusMenu view={view} versions={versions} readOnly={readOnly && !isMovable} />
          <Length view={view} />
        </>
      }
      actions={
        <>
          {before !== undefined && <ActionButton action={since} />}
          <ActionButton action={preview} />
          {mayVerify && <ActionButton action={verify} />}
          {mayClear && <ActionButton action={clear} />}
          <ActionButton action={seal} />
          <ClearVersion record={view.id} opened={clears} onClose={() => setClears(false)} />
          <VerifyOutside paper={view.id} opened={verifies} onClose={() => setVerifies(false)} />
          <RecordMenu
            record={view}
            title={title}
            words={{ more: t`More with this paper`, remove: t`Delete this paper`, group }}
            back={crumbs[0]?.address ?? '/papers'}
            also={[redact, ask]}
          />
        </>
      }
    />
  );
}

/** Meetings › the meeting › Papers › the number. */
function useCrumbs(view: RecordView) {
  const { t } = useLingui();
  const meeting = text(view.body.meeting);
  const { titles } = useTitles(meeting === '' ? [] : [meeting]);
  const number = text(view.body.number);
  const known = titles.get(meeting);
  return [
    ...(known === undefined
      ? [{ title: t`Papers`, address: '/papers' }]
      : [
          { title: t`Meetings`, address: '/meetings' },
          { title: known.title, address: addressOf('meeting', meeting) },
          { title: t`Papers`, address: `${addressOf('meeting', meeting)}?tab=papers` },
        ]),
    ...(number === '' ? [] : [{ title: number, address: addressOf('paper', view.id) }]),
  ];
}

/** Words and pages; pages once they were counted. */
function Length({ view }: { readonly view: RecordView }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useWordCount(view.id, view.body.body);
  const pages = usePages(view.id, view.body.body, view.updated);
  const counted = formatNumber(words, language);
  const { minutes, isOver, over } = useLength({ type: text(view.body.type), words, pages });
  return (
    <span className={classes.chip}>
      <Plural value={words} one={`${counted} word`} other={`${counted} words`} />
      {pages !== undefined && (
        <>
          {', '}
          <Plural value={pages} one="# page" other="# pages" />
        </>
      )}
      {minutes > 0 && (
        <>
          {', '}
          <Plural value={minutes} one="# minute read aloud" other="# minutes read aloud" />
        </>
      )}
      {isOver && <strong className={classes.tooLong}>{t`too long: ${over}`}</strong>}
    </span>
  );
}
