import type { IdentityApi } from '@backstage/frontend-plugin-api';

// Per tab, so that two tabs can be two people at once
const storage = window.sessionStorage;
const storageKey = 'demo-persona';

/** The entity ref of the persona that this tab is signed in as. */
export function recallPersona(): string | undefined {
  return storage.getItem(storageKey) ?? undefined;
}

/** Makes a reload of this tab sign in as the same persona. */
export function rememberPersona(entityRef: string): void {
  storage.setItem(storageKey, entityRef);
}

/** Makes the next reload of this tab ask again. */
export function forgetPersona(): void {
  storage.removeItem(storageKey);
}

/** The same identity, which is forgotten on signing out. */
export function forgetOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    getProfileInfo: () => identity.getProfileInfo(),
    async signOut() {
      forgetPersona();
      await identity.signOut();
    },
  };
}
