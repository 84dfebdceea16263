import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { Persona, readPersonas } from './readPersonas';

/**
 * Header in which the sign-in page says who the visitor wants to be. A custom header makes browsers of other sites ask
 * first (CORS preflight), and they are not allowed.
 */
export const PERSONA_HEADER = 'x-demo-persona';

/**
 * Believes the header as long as it names a listed persona. There is no secret involved, which is why the module that
 * installs this refuses to start anywhere but in a demo.
 */
export const personaAuthenticator = createProxyAuthenticator({
  initialize: ({ config }) => readPersonas(config),
  async authenticate({ req }, personas: ReadonlyMap<string, Persona>) {
    const persona = personas.get(req.header(PERSONA_HEADER) ?? '');
    if (!persona) {
      throw new AuthenticationError(
        `The header ${PERSONA_HEADER} does not name one of the demo personas.`,
      );
    }
    return { result: persona };
  },
  defaultProfileTransform: async ({ name }: Persona) => ({
    profile: { displayName: name },
  }),
});
