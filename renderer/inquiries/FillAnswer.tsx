import { Plural, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group, Modal, Stack } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RecordId } from '../../domain/records/ids.ts';
import { useAction } from '../application/actions.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor, tell } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useAdoptionWords } from '../parts/adoption/useAdoptionWords.ts';
import { useGiveAnswer } from '../parts/adoption/useGiveAnswer.ts';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import classes from './inquiries.module.css';

/** Of an inquiry about an adoption: fills in our answer to it from what was settled, once a person has read it. */
export function FillAnswer({ inquiry }: { readonly inquiry: RecordId }) {
  const { t } = useLingui();
  const { answers } = useAdoptionWords();
  const give = useGiveAnswer();
  const [opened, setOpened] = useState(false);
  const [error, setError] = useState<unknown>();
  const { data } = useRead('inquiries', 'answerTo', { inquiry });
  const answer = data?.answer;
  const fill = {
    id: 'inquiry.answer',
    title: t`Fill in our answer…`,
    group: t`Ministries`,
    icon: IconGavel,
    disabled: data === undefined || answer === undefined || !data.asked || !data.open,
    run: () => setOpened(true),
  };
  useAction(fill);
  if (data === undefined) return null;
  const close = () => {
    setOpened(false);
    setError(undefined);
  };
  const { adoption, organisation, title, unsettled, before } = data;
  const letGive = async () => {
    if (answer === undefined) return;
    try {
      await give({ adoption, organisation, ...answer });
      close();
      tell(t`Our answer is filled in. It goes with the next bundle.`);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <ActionButton action={fill} />
      {opened && answer !== undefined && (
        <Modal
          opened
          onClose={close}
          size={620}
          title={t`Our answer, as it was settled`}
          closeButtonProps={{ 'aria-label': t`Close` }}
        >
          <Stack gap="md">
            <Anchor component={Link} to={addressOf('adoption', adoption)} inherit>
              {title || t`Without a title`}
            </Anchor>
            {unsettled > 0 && (
              <p className={classes.warning} role="status">
                <Plural
                  value={unsettled}
                  one="One line is not settled yet, and is no part of it."
                  other="# lines are not settled yet, and are no part of it."
                />
              </p>
            )}
            {before !== undefined && (
              <p className={classes.warning}>{t`It takes the place of what we said so far: ${answers[before]}.`}</p>
            )}
            <section aria-label={t`What we would say`}>
              <strong>{answers[answer.says]}</strong>
              {answer.words !== '' && <p className={classes.words}>{answer.words}</p>}
              {answer.text !== '' && <p className={classes.words}>{answer.text}</p>}
            </section>
            {data.worded === false && (
              <p role="alert" className={classes.warning}>
                {t`Such an answer needs words: write those of the national position first.`}
              </p>
            )}
            <p className={classes.quiet}>
              {t`The members read this answer. What the ministries said is no part of it, and stays here.`}
            </p>
            {error !== undefined && (
              <p role="alert" className={classes.warning}>
                {sentenceFor(error)}
              </p>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>{t`Not now`}</Button>
              <Button
                data-autofocus
                disabled={data.worded !== true}
                leftSection={<IconGavel size={16} stroke={1.6} aria-hidden />}
                onClick={() => void letGive()}
              >
                {t`Answer so`}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </>
  );
}
