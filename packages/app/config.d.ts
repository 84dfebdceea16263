export interface Config {
  auth?: {
    providers?: {
      /**
       * People that visitors of the demo can sign in as. Shown on the sign-in page; the backend accepts these and
       * nobody else.
       * @deepVisibility frontend
       */
      personas?: {
        users: Array<{
          /** Full ref of a User in the catalog, for example `user:default/maya.lindholm`. */
          entityRef: string;
          name: string;
          /** What they are, in a word or two. */
          role: string;
          /** What they can do in the demo, in one sentence. */
          blurb: string;
        }>;
      };
    };
  };
}
