import { useLingui } from '@lingui/react/macro';
import { IconDownload, IconFileTypeDocx, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { ExplainedOrder } from '../../contract/documents/calls.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { usePrintExplanation } from '../parts/explanation/usePrintExplanation.ts';
import { Mentions } from '../parts/mentions/Mentions.tsx';
import { undecidedIn } from '../parts/mentions/useDeciding.ts';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { PaperPages } from '../parts/printing/PaperPages.tsx';
import { usePrinter } from '../parts/printing/usePrinter.ts';
import { audienceOf, FOR_SELF, isForWord, optionsOf, type Printable } from './choices.ts';
import { explainedOrder } from './explainedOrder.ts';
import { type MinutesPart, MinutesPartChoice, partIn } from './MinutesPart.tsx';
import { Options } from './Options.tsx';
import { Preview } from './Preview.tsx';
import classes from './print.module.css';
import { useChoices } from './useChoices.ts';
import { type Order, usePrinted } from './usePrinted.ts';
import { useSaving } from './useSaving.ts';
import { useSubject } from './useSubject.ts';
import { Withheld } from './Withheld.tsx';

export function AgendaPrint() {
  const { id = '' } = useParams();
  return <PrintPage key={id} what="agenda" id={id} />;
}

/** Of one item, or of what concerns an organisation, as the address says. */
export function MinutesPrint() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const part = partIn(search);
  const change = (next: MinutesPart) => setSearch({ ...next }, { replace: true });
  return (
    <PrintPage
      key={id}
      what="minutes"
      id={id}
      part={part}
      also={<MinutesPartChoice meeting={id} part={part} change={change} />}
    />
  );
}

/** The day stands in the address; who chooses another one stays on the page. */
export function RunningOrderPrint() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const day = Number(search.get('day') ?? '');
  return <PrintPage key={`${id} ${day}`} what="runningOrder" id={id} {...(day >= 1 ? { day } : {})} />;
}

export function AnnotatedAgendaPrint() {
  const { id = '' } = useParams();
  return <PrintPage key={id} what="annotatedAgenda" id={id} />;
}

export function AnnotationsPrint() {
  const { id = '' } = useParams();
  return <PrintPage key={id} what="annotations" id={id} />;
}

export function PlatesPrint() {
  const { id = '' } = useParams();
  return <PrintPage key={id} what="plates" id={id} />;
}

export function AttendancePrint() {
  const { id = '' } = useParams();
  return <PrintPage key={id} what="attendance" id={id} />;
}

export function ParticipantsPrint() {
  const { id = '' } = useParams();
  return <PrintPage key={id} what="participants" id={id} />;
}

export function PaperPrint() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const since = search.get('since') ?? undefined;
  return <PrintPage key={`${id} ${since ?? ''}`} what="paper" id={id} {...(since === undefined ? {} : { since })} />;
}

export function CommissionPrint() {
  const { id = '' } = useParams();
  return <PrintPage key={id} what="commission" id={id} />;
}

export function CommentsPrint() {
  const { id = '' } = useParams();
  return <PrintPage key={id} what="comments" id={id} />;
}

export function AdoptionPrint() {
  const { id = '' } = useParams();
  return <PrintPage key={id} what="adoption" id={id} />;
}

export function DossierPrint() {
  const { id = '' } = useParams();
  return <PrintPage key={id} what="dossier" id={id} />;
}

/** Since which issue stands in the address. */
export function SupplementPrint() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const issue = search.get('since') ?? '';
  return <PrintPage key={`${id} ${issue}`} what="supplement" id={id} issue={issue} />;
}

export function CouldOpenPrint() {
  const { id = '' } = useParams();
  return <PrintPage key={id} what="couldOpen" id={id} />;
}

/** Public lines and terms. */
export function WordingPrint() {
  return <PrintPage what="wording" id="all" />;
}

/** All of a meeting, or what is recommended to one addressee. */
export function OutcomesPrint() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const to = RecordId.safeParse(search.get('to')).data;
  return (
    <PrintPage key={`${id} ${to ?? ''}`} what="outcomes" id={id} part={to === undefined ? {} : { concerning: to }} />
  );
}

/** The release report: what it is of stands in the address. */
export function ExplanationPrint() {
  const [search] = useSearchParams();
  const of = search.get('of') ?? '';
  return <PrintPage key={of} what="explanation" id={of} />;
}

interface PrintPageProps {
  readonly what: Printable;
  readonly id: string;
  /** The day of a running order that was asked for. */
  readonly day?: number;
  /** The version of a paper since which changes have bars. */
  readonly since?: string;
  /** Of minutes, which; of recommendations, to whom. */
  readonly part?: MinutesPart;
  /** Of a supplement, the issue that its reader has. */
  readonly issue?: string;
  /** What else is chosen of it. */
  readonly also?: ReactNode;
}

/** A document as it prints, for whom and how at its side, to be saved or brought to a printer. */
function PrintPage({ what, id, day, since, part, issue, also }: PrintPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const subject = useSubject(what, id);
  // How reports are printed is kept for all of them.
  const choosing = useChoices(what, what === 'explanation' ? 'report' : id, {
    ...(day === undefined ? {} : { day }),
    ...(since === undefined ? {} : { changedSince: since }),
  });
  const order = subject.isThere && choosing !== undefined ? orderOf(what, id, choosing, { part, issue }) : undefined;
  const making = usePrinted(order);
  const explained = useRead(
    'documents',
    'explain',
    { document: order?.document ?? NOTHING, audience: order?.audience ?? { kind: 'self' }, language },
    { enabled: order !== undefined, keep: true },
  );
  const client = useClient();
  const printer = usePrinter();
  const saving = useSaving();
  const here = t`Print`;
  const gate = what === 'explanation' ? t`What the report names` : t`What this audience gets`;
  const isMade = making.printed !== undefined && sameOrder(making.printed.order, order);

  const open = undecidedIn(explained.data?.mentions ?? []);

  const save = {
    id: 'print.save',
    title: t`Save as PDF…`,
    group: here,
    shortcut: 'mod+S',
    whileTyping: true,
    icon: IconDownload,
    disabled: order === undefined || !isMade || open > 0 || saving.job !== undefined,
    run: () => order !== undefined && saving.save(order, 'pdf', `${subject.fileName(order)}.pdf`),
  };
  const word = {
    id: 'print.word',
    title: t`Save for Word…`,
    group: here,
    icon: IconFileTypeDocx,
    disabled: save.disabled || !isForWord(what),
    run: () => order !== undefined && saving.save(order, 'docx', `${subject.fileName(order)}.docx`),
  };
  const print = {
    id: 'print.print',
    title: t`Print…`,
    group: here,
    shortcut: 'mod+P',
    whileTyping: true,
    icon: IconPrinter,
    disabled: order === undefined || !isMade || open > 0 || printer.progress !== undefined,
    run: () =>
      order !== undefined &&
      printer.print(
        (job) => client.documents.preview({ ...order, toPrinter: true, job }),
        order.options?.paper ?? 'a4',
      ),
  };
  useAction(save);
  useAction(word);
  useAction(print);

  return (
    <div className={classes.page}>
      <PageHead
        title={subject.title}
        crumbs={subject.crumbs}
        actions={
          <>
            {isForWord(what) && <ActionButton action={word} />}
            <ActionButton action={save} />
            <ActionButton action={print} primary />
          </>
        }
      />
      <div className={classes.halves}>
        <Preview
          making={making}
          stale={!isMade}
          printer={printer}
          saving={saving}
          error={subject.error ?? making.error}
          record={subject.record}
          lines={explained.data?.lines ?? []}
        />
        <aside className={classes.side} aria-label={t`How it is printed`}>
          {order !== undefined && explained.data !== undefined && (
            <Mentions mentions={explained.data.mentions} audience={order.audience} />
          )}
          {also}
          {choosing !== undefined && (
            <Options
              what={what}
              record={id}
              choices={choosing.choices}
              defaults={choosing.defaults}
              change={choosing.change}
            />
          )}
          <section className={classes.gate} aria-label={gate}>
            <h2>{gate}</h2>
            {choosing !== undefined && order === undefined && <p>{t`Choose who it is for.`}</p>}
            {order !== undefined && explained.data !== undefined && <Withheld lines={explained.data.lines} />}
            {order !== undefined && !FOR_SELF.includes(what) && <PrintReport order={order} />}
          </section>
          {[printer.error, saving.error].map(
            (problem) =>
              problem !== undefined && (
                <p key={sentenceFor(problem)} className={classes.problem} role="alert">
                  {sentenceFor(problem)}
                </p>
              ),
          )}
        </aside>
      </div>
      {printer.ready !== undefined && (
        <PaperPages pages={printer.ready.pages} paper={printer.ready.paper} onDone={printer.stop} />
      )}
    </div>
  );
}

/** Leads to the release report of what is being printed. */
function PrintReport({ order: { document, audience } }: { readonly order: Order }) {
  const action = usePrintExplanation(ExplainedOrder.safeParse({ is: 'print', document, audience }).data);
  return <ActionButton action={action} />;
}

const NOBODY = RecordId.parse('00000000-0000-4000-8000-000000000000');
const NOTHING = { what: 'paper', paper: NOBODY } as const;

const sameOrder = (one: Order, other: Order | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

function orderOf(
  what: Printable,
  id: string,
  { choices, defaults }: NonNullable<ReturnType<typeof useChoices>>,
  { part, issue }: { readonly part: MinutesPart | undefined; readonly issue: string | undefined },
): Order | undefined {
  const audience = FOR_SELF.includes(what) ? ({ kind: 'self' } as const) : audienceOf(choices, defaults);
  const document = documentOf(what, id, { day: choices.day ?? 1, part, issue });
  return audience === undefined || document === undefined
    ? undefined
    : { document, audience, options: optionsOf(choices, defaults, what) };
}

function documentOf(
  what: Printable,
  id: string,
  {
    day,
    part = {},
    issue = '',
  }: { readonly day: number; readonly part: MinutesPart | undefined; readonly issue: string | undefined },
): Order['document'] | undefined {
  if (what === 'couldOpen') {
    const installation = InstallationId.safeParse(id);
    return installation.success ? { what, installation: installation.data } : undefined;
  }
  if (what === 'explanation') {
    const of = explainedOrder(id);
    return of === undefined ? undefined : { what, of };
  }
  if (what === 'wording') return { what };
  const record = RecordId.safeParse(id);
  if (!record.success) return undefined;
  if (what === 'minutes') return { what, meeting: record.data, ...part };
  if (what === 'adoption') return { what, adoption: record.data };
  if (what === 'dossier') return { what, dossier: record.data };
  if (what === 'supplement') return { what, dossier: record.data, since: issue };
  if (what === 'outcomes') {
    const { concerning } = part;
    return { what, meeting: record.data, ...(concerning === undefined ? {} : { addressee: concerning }) };
  }
  if (what === 'paper' || what === 'commission' || what === 'comments') return { what, paper: record.data };
  return what === 'runningOrder' ? { what, meeting: record.data, day } : { what, meeting: record.data };
}
