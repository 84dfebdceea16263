import {
  ConflictError,
  deserializeError,
  InputError,
  NotAllowedError,
  NotFoundError,
  serializeError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { DatasetAccessError, isDatasetAccessError } from './DatasetAccessError';
import { ErrorCode, errorCodes } from './errorCodes';

// Backstage has a class for some statuses; the others are called after the phrase of RFC 9110
const names: Record<number, string> = {
  400: new InputError().name,
  403: new NotAllowedError().name,
  404: new NotFoundError().name,
  409: new ConflictError().name,
  412: 'PreconditionFailedError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  422: 'UnprocessableContentError',
  428: 'PreconditionRequiredError', // RFC 6585
  429: 'TooManyRequestsError',
  503: new ServiceUnavailableError().name,
};

describe('DatasetAccessError', () => {
  it.each(Object.keys(errorCodes) as ErrorCode[])(
    '%s carries its status, its sentence, and the name Backstage knows for it',
    code => {
      const { status, message } = errorCodes[code];
      const error = new DatasetAccessError(code);

      expect(error).toBeInstanceOf(Error);
      expect(error).toMatchObject({ code, statusCode: status, message });
      expect(error.name).toBe(names[status]);
    },
  );

  it('has a sentence that fits the case better where the thrower knows one', () => {
    const error = new DatasetAccessError('BAD_REASON', {
      message: 'The comment has more than 2000 characters.',
    });

    expect(String(error)).toBe(
      'InputError: The comment has more than 2000 characters.',
    );
  });

  it('carries what the caller needs, and keeps the cause out of what is sent', () => {
    const current = { status: 'denied' as const, version: 4 };
    const error = new DatasetAccessError('ALREADY_DECIDED', {
      current,
      cause: new Error('update access_requests set status = 1'),
    });

    const sent = JSON.stringify(error);

    expect(JSON.parse(sent)).toMatchObject({
      code: 'ALREADY_DECIDED',
      current,
    });
    expect(sent).not.toContain('access_requests');
  });
});

describe('isDatasetAccessError', () => {
  const withCode = (code: unknown) => Object.assign(new Error('x'), { code });

  it('knows an error of ours', () => {
    expect(isDatasetAccessError(new DatasetAccessError('NOT_YOURS'))).toBe(
      true,
    );
  });

  it('knows one from another copy of the package', () => {
    expect(isDatasetAccessError(withCode('NOT_YOURS'))).toBe(true);
  });

  it('knows one that came as JSON', () => {
    const sent = JSON.stringify(
      serializeError(new DatasetAccessError('STALE_VERSION')),
    );

    const received = deserializeError(JSON.parse(sent));

    expect(isDatasetAccessError(received)).toBe(true);
    expect(received).toMatchObject({
      name: 'PreconditionFailedError',
      code: 'STALE_VERSION',
      statusCode: 412,
    });
  });

  it.each([
    ['an error without a code', new Error('x')],
    ['an error with a code of the system', withCode('ECONNREFUSED')],
    ['an error with a code of the database', withCode('23505')],
    [
      'an error with the name of an object property as code',
      withCode('toString'),
    ],
    ['an error with __proto__ as code', withCode('__proto__')],
    ['an error with a code in lower case', withCode('not_yours')],
    ['an error with a list of codes', withCode(['NOT_YOURS'])],
    ['an error with a number as code', withCode(403)],
    ['something that is no error', { code: 'NOT_YOURS' }],
    ['a code', 'NOT_YOURS'],
    ['null', null],
    ['nothing', undefined],
  ])('does not take %s for one', (_, value) => {
    expect(isDatasetAccessError(value)).toBe(false);
  });
});
