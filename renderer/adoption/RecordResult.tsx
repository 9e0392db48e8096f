import { useLingui } from '@lingui/react/macro';
import { Alert, Button, Checkbox, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { AdoptionResult } from '../../domain/adoption/kinds.ts';
import type { WarningCode } from '../../domain/adoption/standing.ts';
import { sentenceOf } from '../../domain/errors.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useUndo } from '../application/undo.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { useAdoptionWords } from '../parts/adoption/useAdoptionWords.ts';
import classes from './adoption.module.css';
import type { AdoptionData } from './adoptionTypes.ts';
import { Until } from './Until.tsx';
import { momentIn, useMoment } from './useMoment.ts';

/** Records a result, once everything that speaks against it was read. */
export function RecordResult({ data }: { readonly data: AdoptionData }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { results } = useAdoptionWords();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const warningWords = useWarningWords(data);
  const [result, setResult] = useState<AdoptionResult>();
  const [read, setRead] = useState<readonly string[]>([]);
  const [remark, setRemark] = useState('');
  const [instruction, setInstruction] = useState('');
  const [error, setError] = useState<string>();
  const zone = data.zone || 'UTC';
  const until = useMoment(zone);
  const check = data.checks.find((one) => one.result === result);
  const warnings = check?.warnings ?? [];
  const unread = warnings.filter(({ code }) => !read.includes(code));
  const deadline = momentIn(until, zone);
  const mayRecord =
    result !== undefined &&
    check?.refused === undefined &&
    unread.length === 0 &&
    (!data.onInstruction || instruction.trim() !== '') &&
    (result !== 'extended' || deadline !== undefined);
  const record = async () => {
    if (result === undefined) return;
    try {
      const order = {
        adoption: data.adoption,
        result,
        remark,
        instruction,
        knowing: warnings.map(({ code }) => code),
        ...(result === 'extended' && deadline !== undefined ? { deadline } : {}),
      };
      const { changed } = await client.adoption.record(order);
      did({
        label: t`result recorded: ${results[result]}`,
        undo: () => client.records.undoMany({ ids: changed }),
        redo: () => client.adoption.record(order),
      });
      setError(undefined);
      setResult(undefined);
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void record();
  };
  return (
    <form onSubmit={submit} aria-label={t`Record the result`} className={classes.form}>
      {data.way === 'silence' && (
        <p className={classes.quiet}>
          {data.passed
            ? t`The deadline has passed. Nothing is adopted by that: the result is recorded here.`
            : t`The deadline has not passed. Nothing is adopted by the clock: the result is recorded here.`}
        </p>
      )}
      <Select
        label={t`Result`}
        placeholder={t`Choose what became of it`}
        data={AdoptionResult.options.map((value) => ({ value, label: results[value] }))}
        value={result ?? null}
        onChange={(next) => setResult(AdoptionResult.safeParse(next).data)}
      />
      {check?.refused !== undefined && (
        <p className={classes.refusal} role="note">
          {sentenceOf(check.refused, language)}
        </p>
      )}
      {check?.refused === undefined && warnings.length > 0 && (
        <Checkbox.Group label={t`To be read before`} value={[...read]} onChange={setRead}>
          <Stack gap={6} mt={6}>
            {warnings.map(({ code, organisations }) => (
              <Checkbox
                key={code}
                value={code}
                label={warningWords(code, organisations)}
                className={classes.warning ?? ''}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {result === 'extended' && <Until until={until} zone={zone} />}
      {data.onInstruction && (
        <TextInput
          label={t`How the chair said so`}
          description={t`The Secretariat records on the chair’s instruction.`}
          required
          value={instruction}
          onChange={({ currentTarget }) => setInstruction(currentTarget.value)}
        />
      )}
      <Textarea
        label={t`Remark`}
        autosize
        minRows={1}
        value={remark}
        onChange={({ currentTarget }) => setRemark(currentTarget.value)}
      />
      {error !== undefined && (
        <Alert color="red" role="alert">
          {error}
        </Alert>
      )}
      <div>
        <Button type="submit" leftSection={<IconGavel size={16} stroke={1.6} aria-hidden />} disabled={!mayRecord}>
          {t`Record the result`}
        </Button>
      </div>
    </form>
  );
}

/** What speaks against a result, with whom it is about. */
function useWarningWords(data: AdoptionData): (code: WarningCode, organisations: readonly string[]) => string {
  const { t } = useLingui();
  return (code, organisations) => {
    const names = data.members
      .filter(({ organisation }) => organisations.some((one) => one === organisation))
      .map(({ name }) => name)
      .join(', ');
    switch (code) {
      case 'unreached':
        return t`${names}: silent, and not known to have it. The silence of somebody who never got it is not consent.`;
      case 'changed':
        return t`What was put up says something else now than what members were asked about.`;
      case 'objection':
        return t`${names}: an objection stands.`;
      case 'lateObjection':
        return t`${names}: an objection that came here after the deadline. When it was given is its own claim.`;
      case 'amendment':
        return t`${names}: other words are proposed.`;
      case 'question':
        return t`${names}: a question is open.`;
      case 'reservation':
        return t`${names}: a reservation is to be recorded. “Adopted with reservations” says so.`;
    }
  };
}
