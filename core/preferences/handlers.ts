import type { HandlersOf } from '../../contract/api.ts';
import type { preferencesCalls } from '../../contract/preferences/calls.ts';
import type { Application } from '../application.ts';
import { readPreferences, writePreference } from './preferences.ts';

export const preferencesHandlers: HandlersOf<typeof preferencesCalls, Application> = {
  read: (_input, application) => readPreferences(application.session().vault),
  write({ name, value }, application) {
    writePreference(application.session(), name, value);
    return {};
  },
};
