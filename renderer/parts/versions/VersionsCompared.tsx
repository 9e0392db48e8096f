import { useLingui } from '@lingui/react/macro';
import { Alert, Button, Select, Switch } from '@mantine/core';
import { IconPrinter, IconRestore } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { RecordView } from '../../../contract/records/calls.ts';
import { compareBodies } from '../../../domain/records/compareBodies.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { objectOf } from '../../../domain/records/own.ts';
import { barsPrintAddress } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { Comparison } from '../comparison/Comparison.tsx';
import { useRestoreVersion } from '../inspector/useRestoreVersion.ts';
import { DocumentComparison } from './DocumentComparison.tsx';
import { useVersionName } from './useVersionName.ts';
import { NOW, useVersions, type Versions } from './useVersions.ts';
import classes from './versions.module.css';

interface VersionsComparedProps {
  readonly view: z.output<typeof RecordView>;
  /** The two versions; the last shared one and the record as it is now unless told. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  onChoose(from: string, to: string): void;
}

/** Any two versions of a record with a long text, as a document: words added and removed, and what else differs. */
export function VersionsCompared({ view, from, to, onChoose }: VersionsComparedProps) {
  const versions = useVersions(view.id, view.draft);
  if (versions === undefined) return null;
  const older = from ?? versions.before?.version ?? versions.all.at(-1)?.version ?? NOW;
  return <Compared view={view} versions={versions} from={older} to={to ?? NOW} onChoose={onChoose} />;
}

interface ComparedProps extends VersionsComparedProps {
  readonly versions: Versions;
  readonly from: string;
  readonly to: string;
}

function Compared({ view, versions, from, to, onChoose }: ComparedProps) {
  const { t } = useLingui();
  const [all, setAll] = useState(true);
  const nameOf = useVersionName(versions);
  const before = useBody(view, from);
  const after = useBody(view, to);
  const { restore, refused } = useRestoreVersion(view.id);
  const blocks = useMemo(() => blocksBetween(view.kind, before.body, after.body), [view.kind, before.body, after.body]);
  const choices = [
    { value: NOW, label: t`Now` },
    ...versions.all.map((version) => ({ value: version.version, label: nameOf(version) })),
  ];
  const error = before.error ?? after.error ?? refused;
  const chosen = versions.all.find(({ version }) => version === from);
  const mayEdit = !view.conflicted && !view.unknown && !view.deleted;
  return (
    <section aria-label={t`Comparison of versions`}>
      <div className={classes.chosen}>
        <Select
          label={t`From`}
          data={choices}
          value={from}
          allowDeselect={false}
          onChange={(value) => onChoose(value ?? from, to)}
        />
        <Select
          label={t`To`}
          data={choices}
          value={to}
          allowDeselect={false}
          onChange={(value) => onChoose(from, value ?? to)}
        />
      </div>
      <div className={classes.line}>
        <Switch
          size="xs"
          label={t`Show what is the same too`}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
        {view.kind === 'paper' && chosen !== undefined && to === NOW && (
          <Button
            component={Link}
            to={barsPrintAddress(view.id, from)}
            variant="default"
            size="xs"
            leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
          >
            {t`Print with change bars`}
          </Button>
        )}
        {chosen !== undefined && (
          <Button
            variant="default"
            size="xs"
            disabled={!mayEdit}
            leftSection={<IconRestore size={16} stroke={1.6} aria-hidden />}
            onClick={() => restore(chosen, ['body'])}
          >
            {t`Restore the text of the first one`}
          </Button>
        )}
      </div>
      {error !== null && error !== undefined && (
        <Alert color="red" role="alert">
          {sentenceFor(error)}
        </Alert>
      )}
      {blocks?.every(({ change }) => change === 'same') && <p>{t`The text is the same.`}</p>}
      {blocks !== undefined && <DocumentComparison blocks={blocks} all={all} />}
      {before.body !== undefined && after.body !== undefined && (
        <OtherFields kind={view.kind} before={before.body} after={after.body} />
      )}
    </section>
  );
}

type Body = z.output<typeof RecordView>['body'];

/** What differs besides the text; nothing when nothing does. */
function OtherFields({ kind, before, after }: { readonly kind: string; readonly before: Body; readonly after: Body }) {
  const { t } = useLingui();
  const one = { ...before, body: null };
  const other = { ...after, body: null };
  if (compareBodies(kindOf(kind), one, other).every(({ same }) => same)) return null;
  return (
    <section className={classes.others} aria-label={t`Besides the text`}>
      <h2>{t`Besides the text`}</h2>
      <Comparison kind={kind} one={{ body: one }} other={{ body: other }} onlyDifferences />
    </section>
  );
}

/** What a version says, or the record as it is now. */
function useBody(view: z.output<typeof RecordView>, version: string): { body: Body | undefined; error: Error | null } {
  const isNow = version === NOW;
  const { data, error } = useRead('records', 'version', { id: view.id, version }, { enabled: !isNow });
  return isNow ? { body: view.body, error: null } : { body: data?.body, error };
}

const textOnly = ({ body }: Body): Body => objectOf([['body', body]]);

function blocksBetween(kind: string, before: Body | undefined, after: Body | undefined) {
  if (before === undefined || after === undefined) return undefined;
  const fields = compareBodies(kindOf(kind), textOnly(before), textOnly(after));
  const [body] = fields.filter((field) => field.field === 'body');
  return body?.as === 'document' ? body.blocks : undefined;
}
