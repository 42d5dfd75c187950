import * as data from '../../wire/generated/regen/data/v2/query.ts'
import { endpoint } from './endpoint.ts'

export const anchorByIRI = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/AnchorByIRI',
  data.QueryAnchorByIRIRequest,
  data.QueryAnchorByIRIResponse,
)
export const attestationsByAttestor = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/AttestationsByAttestor',
  data.QueryAttestationsByAttestorRequest,
  data.QueryAttestationsByAttestorResponse,
)
export const attestationsByIRI = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/AttestationsByIRI',
  data.QueryAttestationsByIRIRequest,
  data.QueryAttestationsByIRIResponse,
)
export const resolver = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/Resolver',
  data.QueryResolverRequest,
  data.QueryResolverResponse,
)
export const resolversByIRI = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/ResolversByIRI',
  data.QueryResolversByIRIRequest,
  data.QueryResolversByIRIResponse,
)
export const resolversByURL = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/ResolversByURL',
  data.QueryResolversByURLRequest,
  data.QueryResolversByURLResponse,
)
