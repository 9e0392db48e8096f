import { useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor, tell } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import { ReasonLine } from '../reason/ReasonLine.tsx';
import { useWork } from '../work/useWork.ts';
import { WorkProgress } from '../work/WorkProgress.tsx';

type Asked = 'delete' | 'keep' | undefined;

/** A copy whose last day has passed asks to be deleted here, by a person, or to be kept with a reason. */
export function PastItsDay({ record, title }: { readonly record: string; readonly title: string }) {
  const { t } = useLingui();
  const id = RecordId.parse(record);
  const client = useClient();
  const { data } = useRead('records', 'keptCopy', { record: id });
  const [asked, ask] = useState<Asked>();
  const [error, setError] = useState<unknown>();
  const work = useWork((_go: true, job) => client.records.letGo({ record: id, job }));
  const letGo = async () => {
    const gone = await work.start(true);
    if (gone === undefined) return;
    // What could be taken back before may name what is no more.
    useUndo.getState().forget();
    const { unreachable, outside } = gone.backups;
    tell(
      unreachable > 0 || outside
        ? t`The copy of “${title}” is deleted. Backups in other places still hold it: delete them by hand.`
        : t`The copy of “${title}” is deleted, in the backups of this vault too.`,
    );
  };
  const keep = (reason: string) => {
    client.records.keepCopy({ record: id, reason }).then(() => ask(undefined), setError);
  };
  const failure = error ?? work.error;
  return (
    <Alert color="yellow" mt="xs">
      <Stack gap="xs">
        <b>{t`Its last day has passed: it goes to nobody new.`}</b>
        {data?.reason === undefined ? (
          <p>{t`This copy asks to be deleted. Who wrote it, and others who have it, lose nothing by that.`}</p>
        ) : (
          <p>{t`Kept: ${data.reason}`}</p>
        )}
        {failure !== undefined && <p role="alert">{sentenceFor(failure)}</p>}
        {work.job !== undefined && <WorkProgress job={work.job} title={t`Deleting the copy`} onCancel={work.cancel} />}
        {work.job === undefined && asked === 'delete' && (
          <>
            <p>{t`Its text, versions, files and portions go here, and in the backups of this vault. That cannot be taken back; a later version from who wrote it comes in as ever.`}</p>
            <Group gap="xs">
              <Button size="xs" color="red" data-autofocus onClick={() => void letGo()}>
                {t`Delete the copy`}
              </Button>
              <Button size="xs" variant="default" onClick={() => ask(undefined)}>
                {t`Not now`}
              </Button>
            </Group>
          </>
        )}
        {work.job === undefined && asked === 'keep' && (
          <ReasonLine label={t`Why it is kept`} act={t`Keep it`} onReason={keep} onClose={() => ask(undefined)} />
        )}
        {work.job === undefined && asked === undefined && (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => ask('delete')}>
              {t`Delete this copy…`}
            </Button>
            {data?.reason === undefined && (
              <Button size="xs" variant="default" onClick={() => ask('keep')}>
                {t`Keep it…`}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
