import { useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconMailShare, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { RecordId } from '../../domain/records/ids.ts';
import { useAction } from '../application/actions.ts';
import { sendAddress } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import { useAdoptionWords } from '../parts/adoption/useAdoptionWords.ts';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { AnswerFields } from './AnswerFields.tsx';
import classes from './adoption.module.css';
import type { AdoptionData } from './adoptionTypes.ts';

/** What this seat's own organisation says: chosen and given here, and on its way with the next bundle. */
export function OwnAnswer({ data, own }: { readonly data: AdoptionData; readonly own: RecordId }) {
  const { t } = useLingui();
  const { answers } = useAdoptionWords();
  const navigate = useNavigate();
  const answer = data.members.find(({ organisation }) => organisation === own)?.answer;
  const [changes, setChanges] = useState(false);
  const record = useRead('records', 'read', { id: answer?.answer ?? '' }, { enabled: answer !== undefined });
  const isUnsent = record.data?.draft === true;
  const send = {
    id: 'adoption.sendAnswer',
    title: t`Seal the answer…`,
    group: t`Adoption`,
    icon: IconMailShare,
    disabled: answer === undefined,
    run: () => answer !== undefined && navigate(`${sendAddress({ records: [answer.answer] })}&purpose=contribution`),
  };
  useAction(send);
  return (
    <section aria-labelledby="adoption-own" className={classes.own}>
      <h2 id="adoption-own">{t`What we say`}</h2>
      {answer === undefined || changes ? (
        data.open ? (
          <AnswerFields
            adoption={data.adoption}
            organisation={own}
            answer={answer}
            {...(answer === undefined ? {} : { close: () => setChanges(false) })}
          />
        ) : (
          <p className={classes.quiet}>{t`We said nothing. The result is recorded.`}</p>
        )
      ) : (
        <>
          <p role="status">
            <strong>{answers[answer.says]}</strong>
            {isUnsent ? ` · ${t`goes with the next bundle`}` : ''}
          </p>
          {answer.words !== '' && <p className={classes.words}>{answer.words}</p>}
          {answer.text !== '' && <p>{answer.text}</p>}
          <Group gap="sm">
            {isUnsent && <ActionButton action={send} primary />}
            {data.open && (
              <Button
                variant="default"
                leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />}
                onClick={() => setChanges(true)}
              >
                {t`Answer otherwise…`}
              </Button>
            )}
          </Group>
        </>
      )}
    </section>
  );
}
