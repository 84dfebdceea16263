import { ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useCallback, useState } from 'react';
import { readPersonas } from './Persona';
import { PersonaChoice } from './PersonaChoice';
import {
  forgetOnSignOut,
  forgetPersona,
  recallPersona,
  rememberPersona,
} from './rememberedPersona';
import { SignInFailed } from './SignInFailed';

/** Lets the visitor pick a persona and signs in as that one, again after a reload. */
export function PersonaSignInPage({ onSignInSuccess }: SignInPageProps) {
  const config = useApi(configApiRef);
  const personas = readPersonas(config);
  const [chosen, setChosen] = useState(recallPersona);
  const [attempt, setAttempt] = useState(1);
  const persona = personas.find(({ entityRef }) => entityRef === chosen);
  const name = persona?.name ?? '';

  const Failed = useCallback(
    ({ error }: { error?: Error }) => (
      <SignInFailed
        name={name}
        reason={error?.message}
        onRetry={() => setAttempt(count => count + 1)}
        onBack={() => {
          forgetPersona();
          setChosen(undefined);
        }}
      />
    ),
    [name],
  );

  if (!persona) {
    return (
      <PersonaChoice
        portal={config.getOptionalString('app.title') ?? 'Data portal'}
        personas={personas}
        onChoose={({ entityRef }) => setChosen(entityRef)}
      />
    );
  }
  return (
    <ProxiedSignInPage
      key={attempt}
      provider="personas"
      headers={{ 'x-demo-persona': persona.entityRef }}
      ErrorComponent={Failed}
      onSignInSuccess={identity => {
        rememberPersona(persona.entityRef);
        onSignInSuccess(forgetOnSignOut(identity));
      }}
    />
  );
}
