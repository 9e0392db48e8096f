import { describe, expect, it } from 'vitest';
import { readPreferences, writePreference } from '../../../core/preferences/preferences.ts';
import { aSession, refusal } from '../../helpers/aSession.ts';

describe('preferences', () => {
  it('survive a restart, are forgotten when asked, and leave the other settings alone', async () => {
    let session = await aSession();
    writePreference(session, 'theme', 'dark');
    writePreference(session, 'filters/people', [{ column: 'name', is: 'contains', value: 'Łódź' }]);
    writePreference(session, 'theme', 'light');
    writePreference(session, 'language', 'fr');
    writePreference(session, 'language', null);
    session = await session.reopen();
    expect(readPreferences(session.vault)).toEqual({
      'filters/people': [{ column: 'name', is: 'contains', value: 'Łódź' }],
      theme: 'light',
    });
    expect(session.vault.installation.name).toBe('Representative of Tavania');
  });

  it('are told to every window by name, and refused when they are larger than 256 KiB', async () => {
    const session = await aSession();
    writePreference(session, 'place', { address: '/people' });
    refusal(() => writePreference(session, 'place', 'é'.repeat(128 * 1024)), 'input.invalid');
    expect(session.announced).toEqual([{ event: 'preferencesChanged', names: ['place'] }]);
    expect(readPreferences(session.vault)).toEqual({ place: { address: '/people' } });
  });
});
