import { useState } from 'react';
import { tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { type Answering, useAnswers } from '../conflict/useAnswers.ts';
import { useResolve } from '../conflict/useResolve.ts';

/** The open questions of a record, and what was answered to them so far. */
export interface OpenConflicts extends Answering {
  readonly applying: boolean;
  /** Applies all answers at once (a record's questions are answered together). */
  apply(): void;
}

interface Questioned {
  readonly kind: string;
  readonly title: string;
  readonly conflicted: boolean;
}

export function useConflicts(record: string, view: Questioned | undefined): OpenConflicts {
  const language = useLanguage();
  const resolve = useResolve();
  const conflicted = view?.conflicted ?? false;
  const { data = [] } = useRead('records', 'conflicts', { id: record, language }, { enabled: conflicted });
  const answering = useAnswers(record, view?.kind ?? '', conflicted ? data : []);
  const [applying, setApplying] = useState(false);
  const apply = async () => {
    setApplying(true);
    try {
      await resolve(record, view?.title ?? '', answering.values());
      answering.forget();
    } catch (error) {
      tellError(error);
    } finally {
      setApplying(false);
    }
  };
  return { ...answering, applying, apply: () => void apply() };
}
