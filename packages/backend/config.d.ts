export interface Config {
  /** What only the demo portal has. */
  demo?: {
    /**
     * Lets visitors sign in as one of the people listed under `auth.providers.personas`, without a password. The
     * backend starts with personas only when this is `true`, and never with `NODE_ENV=production`.
     */
    personas?: boolean;
  };
}
