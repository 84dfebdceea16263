import { ResponseError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import {
  DatasetAccessError,
  ErrorCode,
  errorCodes,
} from 'backstage-plugin-dataset-access-common';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA } from '../__testUtils__/people';
import { renderInPortal } from '../__testUtils__/renderInPortal';
import { ErrorAlert } from './ErrorAlert';
import { useErrorText } from './useErrorText';

const UNREACHABLE = 'The server could not be reached. Try again in a moment.';
const backend = new MemoryDatasetAccess(ANA);

function Sentences({ errors }: { errors: unknown[] }) {
  const errorText = useErrorText();
  return (
    <ul>
      {errors.map((error, index) => (
        <li key={index}>{errorText(error)}</li>
      ))}
    </ul>
  );
}

async function sentencesFor(errors: unknown[]) {
  renderInPortal(<Sentences errors={errors} />, { backend });
  const items = await screen.findAllByRole('listitem');
  return items.map(({ textContent }) => textContent);
}

describe('the words for an error', () => {
  it('are there for every code, so that nobody reads a code', async () => {
    const codes = Object.keys(errorCodes) as ErrorCode[];

    const sentences = await sentencesFor(
      codes.map(code => new DatasetAccessError(code)),
    );

    codes.forEach((code, index) => {
      expect(sentences[index]).toBe(errorCodes[code].message);
      expect(sentences[index]).toMatch(/^[A-Z][^_]+\.$/);
    });
  });

  it('are those of the server where it has better ones', async () => {
    const message = 'Say in the comment why the request is denied.';

    expect(
      await sentencesFor([new DatasetAccessError('BAD_REASON', { message })]),
    ).toEqual([message]);
  });

  it('give nothing of the inside away', async () => {
    const failed = await ResponseError.fromResponse(
      new Response('<html>ECONNREFUSED 10.0.0.7:5432</html>', { status: 502 }),
    );

    expect(
      await sentencesFor([
        failed,
        new TypeError('Failed to fetch'),
        Object.assign(new Error('knex: no such table'), { code: 'SQLITE' }),
        'a string',
        undefined,
      ]),
    ).toEqual(Array(5).fill(UNREACHABLE));
  });
});

describe('ErrorAlert', () => {
  it('is read out, and offers to try again where that helps', async () => {
    const onRetry = jest.fn();
    const user = renderInPortal(
      <ErrorAlert
        error={new DatasetAccessError('RETRY_LATER')}
        onRetry={onRetry}
      />,
      { backend },
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /This did not work.*The database is busy\. Nothing was changed\./,
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('offers nothing where it does not', async () => {
    renderInPortal(<ErrorAlert error={new DatasetAccessError('FORBIDDEN')} />, {
      backend,
    });

    await screen.findByRole('alert');

    expect(screen.queryByRole('button')).toBeNull();
  });
});
