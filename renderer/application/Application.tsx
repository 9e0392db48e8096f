import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { makeClient } from '../../contract/client.ts';
import type { Host } from '../host/host.ts';
import { i18n } from '../language/language.ts';
import { ApplicationContext } from './ApplicationContext.ts';
import { useGivenAnswers } from './givenAnswers.ts';
import { useJobs } from './jobs.ts';
import { follow } from './queries.ts';
import { useSidePanel } from './sidePanel.ts';
import { useUndo } from './undo.ts';

interface ApplicationProps {
  readonly host: Host;
  readonly children: ReactNode;
}

/** The calls, the answers kept for the screen, and the events that make them old. */
export function Application({ host, children }: ApplicationProps) {
  const value = useMemo(() => ({ host, client: makeClient(host) }), [host]);
  const queries = useMemo(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } }),
    [],
  );
  useEffect(
    () =>
      host.subscribe((event) => {
        follow(event, queries);
        useJobs.getState().follow(event);
        if (event.event === 'vaultLocked') {
          useUndo.getState().forget();
          useGivenAnswers.getState().forgetAll();
          useSidePanel.getState().show(undefined);
        }
      }),
    [host, queries],
  );
  useEffect(() => {
    value.client.jobs.list({}).then(useJobs.getState().take, () => {});
  }, [value]);
  return (
    <ApplicationContext value={value}>
      <QueryClientProvider client={queries}>
        <I18nProvider i18n={i18n}>{children}</I18nProvider>
      </QueryClientProvider>
    </ApplicationContext>
  );
}
