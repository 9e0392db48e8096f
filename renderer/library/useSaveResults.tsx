import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecordId } from '../../domain/records/ids.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { tellError } from '../application/errors.tsx';
import { type Listed, SaveList } from '../parts/lists/SaveList.tsx';
import type { Question } from './asked.ts';

const COLUMNS = ['$kind', '$title', 'meeting', '$updated'];
/** Results are read so many at a time, and no more than that many of them. */
const PAGE = 500;
const MOST = 5_000;

/** Saves what the library found as a list: the button, and what it opens. */
export function useSaveResults(question: Question, hasResults: boolean) {
  const { t } = useLingui();
  const client = useClient();
  const [saving, setSaving] = useState<Listed>();
  const collect = async () => {
    const { facets: _facets, ...asked } = question;
    const records: RecordId[] = [];
    for (let offset = 0; offset < MOST; offset += PAGE) {
      const { hits } = await client.library.search({ ...asked, offset, limit: PAGE });
      records.push(...hits.map(({ record }) => record));
      if (hits.length < PAGE) break;
    }
    if (records.length > 0) setSaving({ of: 'records', records });
  };
  const action = {
    id: 'library.csv',
    title: t`Save the results as CSV…`,
    group: t`Library`,
    icon: IconFileSpreadsheet,
    disabled: !hasResults,
    run: () => void collect().catch(tellError),
  };
  useAction(action);
  const button = (
    <>
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden />}
        disabled={!hasResults}
        onClick={action.run}
      >
        {t`CSV…`}
      </Button>
      {saving !== undefined && (
        <SaveList label={t`Library`} list={saving} columns={COLUMNS} onClose={() => setSaving(undefined)} />
      )}
    </>
  );
  return { button };
}
