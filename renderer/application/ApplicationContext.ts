import { createContext, useContext } from 'react';
import type { Client } from '../../contract/client.ts';
import type { Host } from '../host/host.ts';

export interface ApplicationContextValue {
  readonly host: Host;
  readonly client: Client;
}

export const ApplicationContext = createContext<ApplicationContextValue | undefined>(undefined);

function useApplication(): ApplicationContextValue {
  const application = useContext(ApplicationContext);
  if (application === undefined) throw new TypeError('This part stands outside the application.');
  return application;
}

/** The application's calls: `client.records.read({ id })`. Rejects with an AmberdeskError. */
export function useClient(): Client {
  return useApplication().client;
}

/** Files and windows. */
export function useHost(): Host {
  return useApplication().host;
}
