import { useLingui } from '@lingui/react/macro';
import { Group, Stack } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { LABELS } from '../../domain/handling/handling.ts';
import { useRead } from '../application/queries.ts';
import { Comparison } from '../parts/comparison/Comparison.tsx';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import { FormSamples } from '../parts/form/samples.tsx';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import { HandlingPicker } from '../parts/handling/HandlingPicker.tsx';
import { Inspector } from '../parts/inspector/Inspector.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { RecordPicker } from '../parts/picker/RecordPicker.tsx';
import { Register } from '../parts/register/Register.tsx';
import { Story } from '../parts/story/Story.tsx';
import classes from './gallery.module.css';

/** Every shared part in every state, on records of the open vault: for whoever makes or changes one. */
export function Gallery() {
  const { t } = useLingui();
  const papers = useRead('records', 'register', {
    kinds: ['paper', 'person', 'organisation'],
    columns: [],
    filters: [],
    sort: [{ column: '$kind', descending: false }],
    offset: 0,
    limit: 2,
  });
  const [first, second = first] = papers.data?.rows ?? [];
  return (
    <Page>
      <PageHead title={t`Parts`} line={t`Everything that screens are made of, on records of this vault.`} />
      <Stack gap="xl">
        <Sample name={t`Handling`}>
          <Group gap="sm">
            {LABELS.map((label) => (
              <HandlingBadge key={label} label={label} />
            ))}
          </Group>
          {first !== undefined && <HandlingPicker record={first.id} />}
        </Sample>
        <Sample name={t`Register`}>
          <div className={classes.list}>
            <Register
              name="gallery"
              label={t`Register`}
              kinds={['paper', 'meeting', 'agendaItem']}
              columns={COLUMNS}
              sort={[{ column: '$title', descending: false }]}
              open={() => {}}
              empty={<EmptyState title={t`Nothing in it`} />}
              bulkFields={['status']}
            />
          </div>
        </Sample>
        <Sample name={t`Choosing records`}>
          <Picking />
        </Sample>
        {first !== undefined && second !== undefined && (
          <>
            <Sample name={t`Comparison`}>
              <Compared one={first.id} other={second.id} />
            </Sample>
            <Sample name={t`Story`}>
              <Story record={first.id} />
            </Sample>
            <Sample name={t`Side panel`}>
              <div className={classes.panel}>
                <Inspector record={first.id} />
              </div>
            </Sample>
          </>
        )}
        <Sample name={t`Empty`}>
          <EmptyState icon={IconFolderOpen} title={t`Nothing in it`}>
            {t`A place with nothing in it says what it is for.`}
          </EmptyState>
        </Sample>
        <Sample name={t`Form`}>
          <FormSamples />
        </Sample>
      </Stack>
    </Page>
  );
}

const COLUMNS = [
  { column: '$title', width: 260, shown: true },
  { column: '$kind', width: 120, shown: true },
  { column: 'status', width: 120, shown: true },
  { column: '$label', width: 150, shown: true },
  { column: '$updated', width: 110, shown: true },
];

function Sample({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section aria-label={name}>
      <h2 className={classes.heading}>{name}</h2>
      {children}
    </section>
  );
}

function Picking() {
  const { t } = useLingui();
  const [one, setOne] = useState<string | null>(null);
  const [several, setSeveral] = useState<readonly string[]>([]);
  return (
    <Group align="start" grow>
      <RecordPicker kinds={['person']} label={t`One person`} value={one} onChange={setOne} create="person" />
      <RecordPicker kinds={['organisation']} label={t`Organisations`} multiple value={several} onChange={setSeveral} />
    </Group>
  );
}

function Compared({ one, other }: { readonly one: string; readonly other: string }) {
  const before = useRead('records', 'read', { id: one });
  const after = useRead('records', 'read', { id: other });
  if (before.data === undefined || after.data === undefined) return null;
  return <Comparison kind={before.data.kind} one={before.data} other={after.data} />;
}
