import { useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AnswerSays } from '../../domain/adoption/kinds.ts';
import { isWorded } from '../../domain/adoption/standing.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useAdoptionWords } from '../parts/adoption/useAdoptionWords.ts';
import { useGiveAnswer } from '../parts/adoption/useGiveAnswer.ts';
import classes from './adoption.module.css';
import type { AdoptionMember } from './adoptionTypes.ts';

interface AnswerFieldsProps {
  readonly adoption: RecordId;
  readonly organisation: RecordId;
  readonly answer: AdoptionMember['answer'];
  /** The Secretariat notes what a member told it. */
  readonly behalf?: boolean;
  close?(): void;
}

/** One member's answer, with the words it needs. */
export function AnswerFields({ adoption, organisation, answer, behalf = false, close }: AnswerFieldsProps) {
  const { t } = useLingui();
  const { answers } = useAdoptionWords();
  const giveAnswer = useGiveAnswer();
  const [says, setSays] = useState<AnswerSays | undefined>(answer?.says);
  const [words, setWords] = useState(answer?.words ?? '');
  const [text, setText] = useState(answer?.text ?? '');
  const [told, setTold] = useState(answer?.onBehalf ?? '');
  const [error, setError] = useState<string>();
  const needsWords = says === 'amendment' || says === 'reservation';
  const isWhole = says !== undefined && isWorded(says, words, text) && (!behalf || told.trim() !== '');
  const give = async () => {
    if (says === undefined) return;
    const order = {
      adoption,
      organisation,
      says,
      words: needsWords ? words : '',
      text,
      ...(behalf ? { onBehalf: told } : {}),
    };
    try {
      await giveAnswer(order);
      setError(undefined);
      close?.();
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void give();
  };
  return (
    <form onSubmit={submit} aria-label={t`The answer`} className={classes.answer}>
      <Radio.Group
        label={behalf ? t`What it said` : t`Your answer`}
        value={says ?? ''}
        onChange={(next) => setSays(AnswerSays.safeParse(next).data)}
      >
        <Group gap="lg" mt={6}>
          {AnswerSays.options.map((one) => (
            <Radio key={one} value={one} label={answers[one]} />
          ))}
        </Group>
      </Radio.Group>
      <Stack gap="sm" mt="sm">
        {needsWords && (
          <Textarea
            label={says === 'amendment' ? t`Words proposed instead` : t`Words to be recorded`}
            description={says === 'reservation' ? t`They are printed with what is adopted.` : undefined}
            autosize
            minRows={2}
            required
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
        )}
        {says !== undefined && says !== 'noObjection' && (
          <Textarea
            label={says === 'objection' ? t`Grounds` : says === 'question' ? t`The question` : t`Explanation`}
            autosize
            minRows={1}
            required={!needsWords}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
        {behalf && (
          <TextInput
            label={t`How it was told`}
            placeholder={t`By telephone, the head of delegation, 14:10`}
            required
            value={told}
            onChange={({ currentTarget }) => setTold(currentTarget.value)}
          />
        )}
        {error !== undefined && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        <Group gap="sm">
          <Button type="submit" disabled={!isWhole}>
            {behalf ? t`Note this answer` : t`Give this answer`}
          </Button>
          {close !== undefined && <Button variant="default" onClick={close}>{t`Not now`}</Button>}
        </Group>
      </Stack>
    </form>
  );
}
