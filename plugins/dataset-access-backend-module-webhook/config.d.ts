type DurationConfig =
  | string
  | {
      years?: number;
      months?: number;
      weeks?: number;
      days?: number;
      hours?: number;
      minutes?: number;
      seconds?: number;
      milliseconds?: number;
    };

export interface Config {
  datasetAccess?: {
    connectors?: {
      /** Access behind endpoints of one's own, which are told by signed messages. */
      webhook?: {
        /** The endpoints, by names that datasets use in the annotation `data-registry/webhook`. */
        endpoints: {
          [name: string]: {
            /**
             * Where messages are posted. It has to be `https`, unless the host is this machine or `allowHttp` is set.
             * @visibility secret
             */
            url: string;
            /**
             * What messages are signed with: `whsec_` and 24 to 64 random bytes in base64. With several, at most five, each
             * message has a signature by each.
             * @deepVisibility secret
             */
            secrets: string | string[];
            /**
             * How long an answer may take.
             * Default: `PT10S`.
             */
            timeout?: DurationConfig;
            /**
             * The levels that the endpoint can give.
             * Default: all.
             */
            levels?: Array<'read-only' | 'editor' | 'owner'>;
            /**
             * Whether messages may go over a network without encryption.
             * Default: `false`.
             */
            allowHttp?: boolean;
          };
        };
      };
    };
  };
}
