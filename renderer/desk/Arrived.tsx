import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconChecks, IconGitMerge, IconMailOpened } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useAction } from '../application/actions.ts';
import { addressOf, receivedAddress } from '../application/addresses.ts';
import { formatDayOf } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { useWriterWords } from '../parts/inspector/writerWords.ts';
import { KindIcon } from '../parts/kinds/KindIcon.tsx';
import { useRecordName } from '../parts/picker/recordName.ts';
import classes from './desk.module.css';
import type { DeskData } from './useDesk.ts';

/** Bundles that make up a dossier are received; what others send back is reviewed. */
const RECEIVED: readonly string[] = ['dossier', 'supplement', 'invitation', 'open-session', 'notice'];

/** So many characters of a comment are its title. */
const COMMENT = 80;

interface ArrivedProps {
  readonly data: DeskData;
  see(label: string): void;
}

/** What came since it was last looked at: bundles to decide on, and what others wrote in those that were taken. */
export function Arrived({ data, see }: ArrivedProps) {
  const { t } = useLingui();
  const { news, moreNews } = data;
  // Notices stand first on the desk, with what is done about them.
  const noticed = new Set(data.notices.map(({ bundle }) => bundle));
  const bundles = data.bundles.filter(({ bundle }) => !noticed.has(bundle));
  const seen = t`I have seen this`;
  useAction({
    id: 'desk.seen',
    title: t`What arrived has been seen`,
    group: t`Desk`,
    icon: IconChecks,
    disabled: news.length === 0,
    run: () => see(seen),
  });
  if (bundles.length + news.length === 0) return null;
  return (
    <section aria-labelledby="desk-arrived" className={classes.section}>
      <div className={classes.headed}>
        <h2 id="desk-arrived">{t`New since you last looked`}</h2>
        {news.length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => see(seen)}>
            {seen}
          </Button>
        )}
      </div>
      <ul className={classes.arrived}>
        {bundles.map((bundle) => (
          <BundleLine key={bundle.bundle} bundle={bundle} />
        ))}
        {news.map((one) => (
          <NewsLine key={one.record} news={one} />
        ))}
      </ul>
      {moreNews > 0 && (
        <p className={classes.none}>
          <Link to="/library?sort=newest">
            <Plural value={moreNews} one="And # more" other="And # more" />
          </Link>
        </p>
      )}
    </section>
  );
}

function BundleLine({ bundle }: { readonly bundle: DeskData['bundles'][number] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { purpose, organisationName, senderName, records, created } = bundle;
  const from = organisationName || senderName;
  const words: Readonly<Record<string, string>> = {
    dossier: t`Dossier from ${from}`,
    supplement: t`Supplement to the dossier from ${from}`,
    contribution: t`Contribution from ${from}`,
    consultation: t`Consultation from ${from}`,
    notice: t`Notice from ${from}`,
    delegation: t`Delegation from ${from}`,
    invitation: t`Invitation from ${from}`,
    'open-session': t`Papers of the open session from ${from}`,
  };
  const isReceived = RECEIVED.includes(purpose);
  const Sign = isReceived ? IconMailOpened : IconGitMerge;
  const title = words[purpose] ?? t`Bundle from ${from}`;
  return (
    <li>
      <Sign size={18} stroke={1.6} aria-hidden />
      <span className={classes.news}>{title}</span>
      <span className={classes.quiet}>
        <Plural value={records} one="# record" other="# records" />, {formatDayOf(created, language)}
      </span>
      <Link to={receivedAddress(bundle.bundle)} aria-label={isReceived ? t`Receive: ${title}` : t`Review: ${title}`}>
        {isReceived ? t`Receive` : t`Review`}
      </Link>
    </li>
  );
}

function NewsLine({ news }: { readonly news: DeskData['news'][number] }) {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const writerOf = useWriterWords();
  const language = useLanguage();
  const { record, kind, is, who, homes, at } = news;
  const writer = who.organisationName ?? writerOf(who);
  const home = homes.at(-1);
  const name = nameOf(news);
  const isComment = kind === 'comment' && home !== undefined;
  return (
    <li>
      <KindIcon kind={kind} />
      <span className={classes.news}>{isComment ? t`${writer} on ${nameOf(home)}: “${shortened(name)}”` : name}</span>
      <span className={classes.quiet}>
        {isComment ? formatDayOf(at, language) : is === 'new' ? t`new, from ${writer}` : t`changed by ${writer}`}
      </span>
      <Link to={addressOf(kind, record)} aria-label={t`Open: ${name}`}>{t`Open`}</Link>
    </li>
  );
}

/** A comment is called by its beginning: what was left out is told. */
const shortened = (name: string): string => (name.length < COMMENT ? name : `${name.slice(0, COMMENT - 1).trimEnd()}…`);
