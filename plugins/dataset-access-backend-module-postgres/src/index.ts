/**
 * Makes dataset access real in PostgreSQL, with GRANT and REVOKE.
 *
 * @packageDocumentation
 */

export {};
