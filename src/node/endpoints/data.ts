import * as data from '../../wire/generated/regen/data/v2/query.ts'
import { endpoint } from './endpoint.ts'

export const anchorByIRI = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/AnchorByIRI',
  data.QueryAnchorByIRIRequest,
  data.QueryAnchorByIRIResponse,
)
export const anchorByHash = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/AnchorByHash',
  data.QueryAnchorByHashRequest,
  data.QueryAnchorByHashResponse,
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
export const attestationsByHash = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/AttestationsByHash',
  data.QueryAttestationsByHashRequest,
  data.QueryAttestationsByHashResponse,
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
export const resolversByHash = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/ResolversByHash',
  data.QueryResolversByHashRequest,
  data.QueryResolversByHashResponse,
)
export const resolversByURL = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/ResolversByURL',
  data.QueryResolversByURLRequest,
  data.QueryResolversByURLResponse,
)
export const convertIRIToHash = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/ConvertIRIToHash',
  data.ConvertIRIToHashRequest,
  data.ConvertIRIToHashResponse,
)
export const convertHashToIRI = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/ConvertHashToIRI',
  data.ConvertHashToIRIRequest,
  data.ConvertHashToIRIResponse,
)
