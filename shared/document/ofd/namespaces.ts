import type { KnownNamespaces } from '../xml/namespaces.ts';

/** GB/T 33190-2016, 7.1: the one namespace of all parts. */
export const OFD_NAMESPACES: KnownNamespaces = { 'http://www.ofdspec.org/2016': 'ofd' };
