import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFileSpreadsheet, IconFileText, IconFileTypeDocx, IconPlus, IconTrash } from '@tabler/icons-react';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { tell, tellError } from '../application/errors.tsx';
import { saveFile } from '../host/saveFile.ts';
import { formatMoment } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import type { RecordView } from '../parts/form/formKeeper.ts';
import classes from './inquiries.module.css';
import { Kept } from './Kept.tsx';
import { type Standing, useInquiry } from './useInquiry.ts';

interface InquiryPartProps {
  readonly view: RecordView;
  readonly standing: Standing;
}

/** The ministries that are asked: what came of each, and its form. */
export function Ministries({ view, standing }: InquiryPartProps) {
  const { t } = useLingui();
  const inquiry = useInquiry(view);
  const add = {
    id: 'inquiry.addMinistry',
    title: t`Add a ministry`,
    group: t`Ministries`,
    icon: IconPlus,
    run: () => inquiry.add('ministries', { name: '' }, t`A ministry was added`),
  };
  useAction(add);
  return (
    <section className={classes.section} aria-labelledby="inquiry-ministries">
      <h2 id="inquiry-ministries">{t`Who is asked`}</h2>
      {standing.ministries.length === 0 && (
        <p className={classes.quiet}>{t`Add the ministries that are to answer; then save the form for each.`}</p>
      )}
      <ul className={classes.ministries}>
        {standing.ministries.map((ministry) => (
          <Ministry key={ministry.id} view={view} ministry={ministry} mayBeAsked={standing.lines.length > 0} />
        ))}
      </ul>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={15} stroke={1.6} aria-hidden />}
        onClick={add.run}
      >
        {add.title}
      </Button>
    </section>
  );
}

interface MinistryProps {
  readonly view: RecordView;
  readonly ministry: Standing['ministries'][number];
  readonly mayBeAsked: boolean;
}

function Ministry({ view, ministry, mayBeAsked }: MinistryProps) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const language = useLanguage();
  const inquiry = useInquiry(view);
  const { id, name, files, last } = ministry;
  const called = name === '' ? t`Ministry without a name` : name;
  const save = async (as: 'docx' | 'csv' | 'txt') => {
    const file = `${called.replace(/[^\p{L}\p{N} -]+/gu, ' ').trim()}.${as}`;
    const saved = await saveFile(host, file, (path) =>
      client.inquiries.saveForm({ inquiry: inquiry.id, ministry: id, as, language, file: path }),
    );
    if (saved) tell(t`Saved: ${file}`);
  };
  // Read aloud with the name of the ministry, since there is one of each for all of them.
  const forms = [
    { as: 'docx', words: t`Form for Word…`, icon: IconFileTypeDocx },
    { as: 'csv', words: t`Table (CSV)…`, icon: IconFileSpreadsheet },
    { as: 'txt', words: t`Plain text…`, icon: IconFileText },
  ] as const;
  const isReady = mayBeAsked && name !== '';
  return (
    <li className={classes.ministry}>
      <Kept
        hidden
        label={t`Name of the ministry`}
        placeholder={t`Name of the ministry`}
        value={name}
        keep={(value) => inquiry.change('ministries', id, { name: value }, t`A ministry was renamed`)}
      />
      <Kept
        hidden
        label={t`Contact in ${called}`}
        placeholder={t`Contact`}
        value={ministry.contact}
        keep={(value) => inquiry.change('ministries', id, { contact: value }, t`A contact was changed`)}
      />
      <span className={classes.came}>
        {files === 0
          ? t`Nothing came yet`
          : files === 1
            ? t`One file, ${formatMoment(last, language)}`
            : t`${files} files, the last ${formatMoment(last, language)}`}
        {ministry.asks !== '' && <span className={classes.quiet}>{t`To ask: ${ministry.asks}`}</span>}
      </span>
      <span className={classes.tools}>
        {forms.map(({ as, words, icon: Sign }) => (
          <Button
            key={as}
            variant="default"
            size="compact-sm"
            disabled={!isReady}
            leftSection={<Sign size={15} stroke={1.6} aria-hidden />}
            aria-label={`${words} ${called}`}
            onClick={() => void save(as).catch(tellError)}
          >
            {words}
          </Button>
        ))}
        <Tooltip label={t`Remove ${called}`}>
          <ActionIcon
            aria-label={t`Remove ${called}`}
            disabled={files > 0}
            onClick={() => inquiry.remove('ministries', id, t`A ministry was removed`)}
          >
            <IconTrash size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </span>
    </li>
  );
}
