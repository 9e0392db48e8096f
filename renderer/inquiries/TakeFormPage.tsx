import { useLingui } from '@lingui/react/macro';
import { Button, Select } from '@mantine/core';
import { IconCheck, IconFileText, IconMailDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { importSentence } from '../../domain/papers/importSentences.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor, tell, tellError } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { RecordPicker } from '../parts/picker/RecordPicker.tsx';
import { FORM_ENDINGS, useGivenForm, useTakeForms } from './givenForm.ts';
import classes from './inquiries.module.css';
import { Says } from './Lines.tsx';
import { useInquiryWords } from './useInquiryWords.ts';

/** A form that a ministry filled in: what it says, and what of it is another thing than before, until a person takes it in. */
export function TakeFormPage() {
  const { t } = useLingui();
  const { place } = useInquiryWords();
  const host = useHost();
  useTakeForms();
  const source = useGivenForm((state) => state.source);
  const give = useGivenForm((state) => state.give);
  const choose = async () => {
    const [file] = await host.chooseFiles({ endings: FORM_ENDINGS, multiple: false });
    if (file !== undefined) give(file);
  };
  const another = (
    <Button
      variant={source === undefined ? 'filled' : 'default'}
      leftSection={<IconFileText size={16} stroke={1.6} aria-hidden />}
      onClick={() => void choose().catch(tellError)}
    >
      {source === undefined ? t`Choose a file…` : t`Another one…`}
    </Button>
  );
  return (
    <Page>
      <PageHead title={t`Take in a form`} crumbs={[{ title: place, address: '/inquiries' }]} />
      {source === undefined ? (
        <EmptyState icon={IconMailDown} title={t`Nothing to look at yet`} actions={another}>
          {t`Drop the form that a ministry filled in here, or choose it. Nothing is taken in before you have looked at it.`}
        </EmptyState>
      ) : (
        <Form key={source.file} source={source} />
      )}
      {source !== undefined && (
        <div className={classes.tools}>
          {another}
          <Button
            variant="default"
            leftSection={<IconX size={16} stroke={1.6} aria-hidden />}
            onClick={() => give(undefined)}
          >
            {t`Leave it`}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Form({ source }: { readonly source: { readonly file: string; readonly name: string } }) {
  const { t } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const language = useLanguage();
  const [inquiry, setInquiry] = useState<string | null>();
  const [ministry, setMinistry] = useState<string | null>();
  const chosen = RecordId.safeParse(inquiry).data;
  const { data: read, error } = useRead(
    'inquiries',
    'readForm',
    {
      source,
      ...(chosen === undefined ? {} : { inquiry: chosen }),
      ...(typeof ministry === 'string' ? { ministry } : {}),
    },
    { keep: true },
  );
  const of = inquiry === undefined ? read?.inquiry : chosen;
  const by = ministry === undefined ? read?.ministry : (ministry ?? undefined);
  const standing = useRead('inquiries', 'standing', { inquiry: of ?? NOBODY }, { enabled: of !== undefined });
  const take = async () => {
    if (read === undefined || of === undefined || by === undefined) return;
    const { added } = await client.inquiries.takeForm({ source, digest: read.digest, inquiry: of, ministry: by });
    tell(added ? t`Taken in: ${source.name}` : t`This file was taken in before. Nothing was changed.`);
    useGivenForm.getState().give(undefined);
    navigate(addressOf('inquiry', of));
  };
  const action = {
    id: 'inquiry.takeIn',
    title: t`Take it in`,
    group: t`Ministries`,
    shortcut: 'mod+Enter',
    whileTyping: true,
    icon: IconCheck,
    disabled: read === undefined || read.known || of === undefined || by === undefined,
    run: () => void take().catch(tellError),
  };
  useAction(action);
  if (error !== null) {
    return (
      <p role="alert" className={classes.warning}>
        {sentenceFor(error)}
      </p>
    );
  }
  if (read === undefined) return null;
  const changes = read.lines.filter(({ changed }) => changed).length;
  return (
    <article className={classes.section} aria-label={source.name}>
      <h2>{source.name}</h2>
      {read.known && (
        <p
          className={classes.warning}
          role="status"
        >{t`This file was taken in before. Taking it in again does nothing.`}</p>
      )}
      {!read.known && read.files > 0 && (
        <p className={classes.warning} role="status">
          {changes === 0
            ? t`This ministry answered before, and says the same.`
            : changes === 1
              ? t`This ministry answered before. One line says another thing now; what it said stays beside it.`
              : t`This ministry answered before. ${changes} lines say another thing now; what it said stays beside them.`}
        </p>
      )}
      {read.late && <p className={classes.warning}>{t`It comes after the day by which it was asked.`}</p>}
      {read.cut && <p className={classes.warning}>{t`It is longer than is read here.`}</p>}
      <div className={classes.whose}>
        <RecordPicker
          kinds={['inquiry']}
          label={t`Which inquiry it answers`}
          value={of ?? null}
          onChange={(id) => {
            setInquiry(id);
            setMinistry(null);
          }}
        />
        <Select
          label={t`Which ministry it is of`}
          placeholder={t`Choose a ministry`}
          value={by ?? null}
          data={(standing.data?.ministries ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setMinistry}
        />
      </div>
      <ol className={classes.read}>
        {read.lines.map((line) => (
          <li key={line.number} value={line.number}>
            <p className={classes.asked}>
              {line.point === '' ? t`A line that this inquiry does not have: left out` : line.point}
            </p>
            {line.said.position === undefined && line.said.comment === '' ? (
              <span className={classes.quiet}>{t`No answer`}</span>
            ) : (
              <Says said={line.said} />
            )}
            {line.changed && (
              <div className={classes.before}>
                <p className={classes.note}>{t`Before:`}</p>
                {line.before === undefined ? <span>{t`No answer`}</span> : <Says said={line.before} />}
              </div>
            )}
          </li>
        ))}
      </ol>
      {read.contact !== '' && <p className={classes.quiet}>{t`To ask: ${read.contact}`}</p>}
      {read.dropped.length > 0 && (
        <div className={classes.quiet}>
          <p>{t`What this file holds besides is not taken in:`}</p>
          <ul>
            {[...new Set(read.dropped)].map((kind) => (
              <li key={kind}>{importSentence(kind, language) ?? kind}</li>
            ))}
          </ul>
        </div>
      )}
      <Button
        leftSection={<IconCheck size={16} stroke={1.6} aria-hidden />}
        disabled={action.disabled}
        onClick={action.run}
      >
        {action.title}
      </Button>
    </article>
  );
}

const NOBODY = RecordId.parse('00000000-0000-4000-8000-000000000000');
