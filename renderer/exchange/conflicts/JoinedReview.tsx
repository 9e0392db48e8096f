import { useLingui } from '@lingui/react/macro';
import { Anchor, Button, Title } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { Link } from 'react-router';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { addressOf } from '../../application/addresses.ts';
import { tell, tellError } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { kindName } from '../../parts/kinds/kindNames.ts';
import { useRecordName } from '../../parts/picker/recordName.ts';
import classes from '../exchange.module.css';
import type { Joined } from './useOpenWork.ts';

/** Two records that were joined, and how they are parted again. */
export function JoinedReview({ joined }: { readonly joined: Joined }) {
  const { t, i18n } = useLingui();
  const client = useClient();
  const nameOf = useRecordName();
  const { kind, kept, gone } = joined;
  const [name, other] = [kept, gone].map(({ title }) => nameOf({ kind, title }));
  const part = async () => {
    const ids = { kept: RecordId.parse(kept.record), gone: RecordId.parse(gone.record) };
    const { changed } = await client.records.part(ids);
    useUndo.getState().did({
      label: t`parted “${name}”`,
      undo: () => client.records.undoMany({ ids: changed }),
      redo: () => client.records.part(ids),
    });
    tell(
      name === other
        ? t`Parted: there are two records “${name}” again.`
        : t`Parted: “${name}” and “${other}” are two records again.`,
    );
  };
  useAction({
    id: 'duplicates.part',
    title: t`Part them again`,
    group: t`Exchange`,
    icon: IconArrowsSplit2,
    run: () => void part().catch(tellError),
  });
  return (
    <>
      <div className={classes.readHead}>
        <p className={classes.readKind}>{i18n._(kindName(kind))}</p>
        <Title order={2}>{name}</Title>
      </div>
      <p className={classes.lead}>
        {t`“${other}” was joined with it: links to either lead here. Parted, both are there again, each under its own id; what this one says stays.`}
      </p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => void part().catch(tellError)}>
          {t`Part them again`}
        </Button>
        <Anchor component={Link} to={addressOf(kind, kept.record)} className={classes.after ?? ''}>
          {t`Open the record`}
        </Anchor>
      </div>
    </>
  );
}
