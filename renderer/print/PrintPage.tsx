import { useLingui } from '@lingui/react/macro';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { AmberdeskError } from '../../domain/errors.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { useAction } from '../application/actions.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { useRecordName } from '../parts/picker/recordName.ts';
import { PaperPages } from '../parts/printing/PaperPages.tsx';
import { audienceOf, optionsOf } from './choices.ts';
import { Options } from './Options.tsx';
import { Preview } from './Preview.tsx';
import classes from './print.module.css';
import { useChoices } from './useChoices.ts';
import { type Order, usePrinted } from './usePrinted.ts';
import { usePrinter } from './usePrinter.ts';
import { useSaving } from './useSaving.ts';
import { Withheld } from './Withheld.tsx';

export function AgendaPrint() {
  const { id = '' } = useParams();
  return <PrintPage key={id} what="agenda" id={id} />;
}

export function PaperPrint() {
  const { id = '' } = useParams();
  return <PrintPage key={id} what="paper" id={id} />;
}

interface PrintPageProps {
  readonly what: 'agenda' | 'paper';
  readonly id: string;
}

/** A document as it prints, for whom and how at its side, to be saved or brought to a printer. */
function PrintPage({ what, id }: PrintPageProps) {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const language = useLanguage();
  const { data: record, error: missing } = useRead('records', 'read', { id });
  const choosing = useChoices(what, id);
  const order = record?.kind === KINDS[what] && choosing !== undefined ? orderOf(what, id, choosing) : undefined;
  const making = usePrinted(order);
  const explained = useRead(
    'documents',
    'explain',
    { document: order?.document ?? NOTHING, audience: order?.audience ?? { kind: 'self' }, language },
    { enabled: order !== undefined, keep: true },
  );
  const printer = usePrinter();
  const saving = useSaving();
  const title = what === 'agenda' ? t`Print the agenda` : t`Print the paper`;
  const here = t`Print`;
  const isMade = making.printed !== undefined && sameOrder(making.printed.order, order);

  const save = {
    id: 'print.save',
    title: t`Save as PDF…`,
    group: here,
    shortcut: 'mod+S',
    whileTyping: true,
    icon: IconDownload,
    disabled: order === undefined || !isMade || saving.job !== undefined,
    run: () => order !== undefined && saving.save(order, fileName(what, record?.body ?? {}, order, t`Agenda`)),
  };
  const print = {
    id: 'print.print',
    title: t`Print…`,
    group: here,
    shortcut: 'mod+P',
    whileTyping: true,
    icon: IconPrinter,
    disabled: order === undefined || !isMade || printer.progress !== undefined,
    run: () => order !== undefined && printer.print(order),
  };
  useAction(save);
  useAction(print);

  const error = missing ?? (record !== undefined && record.kind !== KINDS[what] ? MISSING : making.error);
  const place =
    what === 'agenda' ? { title: t`Meetings`, address: '/meetings' } : { title: t`Papers`, address: '/papers' };
  const home = { title: nameOf(record), address: addressOf(record?.kind ?? '', id) };
  return (
    <div className={classes.page}>
      <PageHead
        title={title}
        crumbs={record === undefined ? [place] : [place, home]}
        actions={
          <>
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
          error={error}
          record={record}
          lines={explained.data?.lines ?? []}
        />
        <aside className={classes.side} aria-label={t`How it is printed`}>
          {choosing !== undefined && (
            <Options
              what={what}
              record={id}
              choices={choosing.choices}
              defaults={choosing.defaults}
              change={choosing.change}
            />
          )}
          <section className={classes.gate} aria-label={t`What this audience gets`}>
            <h2>{t`What this audience gets`}</h2>
            {choosing !== undefined && order === undefined && <p>{t`Choose who it is for.`}</p>}
            {order !== undefined && explained.data !== undefined && <Withheld lines={explained.data.lines} />}
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

/** What each is printed of. */
const KINDS = { agenda: 'meeting', paper: 'paper' } as const;
const MISSING = new AmberdeskError('record.missing');
const NOBODY = RecordId.parse('00000000-0000-4000-8000-000000000000');
const NOTHING = { what: 'paper', paper: NOBODY } as const;

const sameOrder = (one: Order, other: Order | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

function orderOf(
  what: 'agenda' | 'paper',
  id: string,
  { choices, defaults }: NonNullable<ReturnType<typeof useChoices>>,
): Order | undefined {
  const audience = audienceOf(choices, defaults);
  const record = RecordId.safeParse(id);
  if (audience === undefined || !record.success) return undefined;
  return {
    document: what === 'agenda' ? { what, meeting: record.data } : { what, paper: record.data },
    audience,
    options: optionsOf(choices, defaults, what),
  };
}

/** `CB-8-4 Deep-dive: Karsenia.pdf`. Outside the board the closed number is not told, in the name of a file either. */
function fileName(
  what: 'agenda' | 'paper',
  body: { readonly [field: string]: unknown },
  { audience }: Order,
  agenda: string,
): string {
  const word = (value: unknown) => (typeof value === 'string' ? value : '');
  const number = audience.kind === 'community' ? word(body.openNumber) : word(body.number);
  const parts = what === 'agenda' ? [word(body.symbol), agenda] : [number, word(body.title)];
  return `${parts
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll('/', '-')}.pdf`;
}
