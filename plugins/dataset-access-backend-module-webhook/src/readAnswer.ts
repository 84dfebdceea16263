import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';

/** Far more than the holders of one dataset need, and little enough to keep in memory. */
export const MOST_ANSWER_BYTES = 256 * 1024;

/**
 * The body of an answer, as long as it is no larger than {@link MOST_ANSWER_BYTES}, unpacked; the rest is not read.
 *
 * @param name - of the endpoint
 * @throws ConnectorProblem MISCONFIGURED when it is larger; whatever the stream fails with
 */
export async function readAnswer(
  name: string,
  { body }: Response,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // leaving the loop gives the stream up, and with it the connection
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MOST_ANSWER_BYTES) {
      throw new ConnectorProblem(
        'MISCONFIGURED',
        `The endpoint ${name} answers with more than ${
          MOST_ANSWER_BYTES / 1024
        } KiB.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
