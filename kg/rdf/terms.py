"""The vocabulary as pyoxigraph terms. What each means, and how often it may occur, is in `ontology/`."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

KG: Final = "https://w3id.org/claim-kg#"
SCHEMA: Final = "https://schema.org/"
PROV: Final = "http://www.w3.org/ns/prov#"
NIF: Final = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
PREFIXES: Final = {"kg": KG, "schema": SCHEMA, "prov": PROV, "nif": NIF, "owl": OWL, "xsd": XSD}

TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
DATE: Final = NamedNode(XSD + "date")
DOUBLE: Final = NamedNode(XSD + "double")
INTEGER: Final = NamedNode(XSD + "integer")

NEWS_ARTICLE: Final = NamedNode(SCHEMA + "NewsArticle")
CLAIM_CLASS: Final = NamedNode(SCHEMA + "Claim")
ORGANIZATION: Final = NamedNode(SCHEMA + "Organization")
ROLE_CLASS: Final = NamedNode(SCHEMA + "Role")
CONTEXT: Final = NamedNode(NIF + "Context")
SENTENCE: Final = NamedNode(NIF + "Sentence")
ATTRIBUTION: Final = NamedNode(KG + "Attribution")
LINK: Final = NamedNode(KG + "Link")
RUN: Final = NamedNode(KG + "Run")
SPAN: Final = NamedNode(KG + "Span")
COPY: Final = NamedNode(KG + "Copy")
MERGE: Final = NamedNode(KG + "Merge")
SPLIT: Final = NamedNode(KG + "Split")
ENTITY: Final = NamedNode(KG + "Entity")
CLUSTER: Final = NamedNode(KG + "Cluster")

HEADLINE: Final = NamedNode(SCHEMA + "headline")
PUBLISHED: Final = NamedNode(SCHEMA + "datePublished")
UPDATED: Final = NamedNode(SCHEMA + "dateModified")
PUBLISHER: Final = NamedNode(SCHEMA + "publisher")
CREDIT: Final = NamedNode(SCHEMA + "creditText")
URL: Final = NamedNode(SCHEMA + "url")
LANGUAGE: Final = NamedNode(SCHEMA + "inLanguage")
MENTIONS: Final = NamedNode(SCHEMA + "mentions")
NAME: Final = NamedNode(SCHEMA + "name")
TEXT: Final = NamedNode(SCHEMA + "text")
ABOUT: Final = NamedNode(SCHEMA + "about")
ROLE_NAME: Final = NamedNode(SCHEMA + "roleName")

IS_STRING: Final = NamedNode(NIF + "isString")
REFERENCE_CONTEXT: Final = NamedNode(NIF + "referenceContext")
BEGIN: Final = NamedNode(NIF + "beginIndex")
END: Final = NamedNode(NIF + "endIndex")

DERIVED_FROM: Final = NamedNode(PROV + "wasDerivedFrom")
QUOTED_FROM: Final = NamedNode(PROV + "wasQuotedFrom")
ATTRIBUTED_TO: Final = NamedNode(PROV + "wasAttributedTo")
GENERATED_BY: Final = NamedNode(PROV + "wasGeneratedBy")

KEY: Final = NamedNode(KG + "key")
DOC: Final = NamedNode(KG + "doc")
SHA256: Final = NamedNode(KG + "sha256")
IN_GRAPH: Final = NamedNode(KG + "inGraph")
IN_ARTICLE: Final = NamedNode(KG + "inArticle")
READ_BY: Final = NamedNode(KG + "readBy")
READING_ERROR: Final = NamedNode(KG + "readingError")
SENTENCE_BEGIN: Final = NamedNode(KG + "sentenceBegin")
SENTENCE_END: Final = NamedNode(KG + "sentenceEnd")
SENTENCE_SPANS: Final = NamedNode(KG + "sentenceSpans")
HEADLINE_SPANS: Final = NamedNode(KG + "headlineSpans")
SKIPPED_SPANS: Final = NamedNode(KG + "skippedSpans")
MENTION_SPANS: Final = NamedNode(KG + "mentionSpans")
NAME_KEY: Final = NamedNode(KG + "nameKey")
ROLE: Final = NamedNode(KG + "role")
ROLE_OF: Final = NamedNode(KG + "roleOf")
ON_BEHALF_OF: Final = NamedNode(KG + "onBehalfOf")
ADDRESSEE: Final = NamedNode(KG + "addressee")
STANCE: Final = NamedNode(KG + "stance")
MANNER: Final = NamedNode(KG + "manner")
CERTAINTY: Final = NamedNode(KG + "certainty")
KIND: Final = NamedNode(KG + "kind")
MEDIUM: Final = NamedNode(KG + "medium")
SAID_WORDS: Final = NamedNode(KG + "saidWords")
SAID_FROM: Final = NamedNode(KG + "saidFrom")
SAID_TO: Final = NamedNode(KG + "saidTo")
CLAIM: Final = NamedNode(KG + "claim")
DISPUTES: Final = NamedNode(KG + "disputes")
RELAYS: Final = NamedNode(KG + "relays")
METHOD: Final = NamedNode(KG + "method")
SCORE: Final = NamedNode(KG + "score")
POLARITY: Final = NamedNode(KG + "polarity")
UNVERIFIED: Final = NamedNode(KG + "unverified")
FROM: Final = NamedNode(KG + "from")
TO: Final = NamedNode(KG + "to")
FROM_ATTRIBUTION: Final = NamedNode(KG + "fromAttribution")
TO_ATTRIBUTION: Final = NamedNode(KG + "toAttribution")
RELATION: Final = NamedNode(KG + "relation")
BASIS: Final = NamedNode(KG + "basis")
RULE: Final = NamedNode(KG + "rule")
EVIDENCE: Final = NamedNode(KG + "evidence")
FROM_ARTICLE: Final = NamedNode(KG + "fromArticle")
TO_ARTICLE: Final = NamedNode(KG + "toArticle")
FROM_MENTION: Final = NamedNode(KG + "fromMention")
TO_MENTION: Final = NamedNode(KG + "toMention")
REASON: Final = NamedNode(KG + "reason")
MEMBER: Final = NamedNode(KG + "member")
SAME_AS: Final = NamedNode(OWL + "sameAs")
EXTRACTOR: Final = NamedNode(KG + "extractor")
MODEL: Final = NamedNode(KG + "model")
MODEL_SHA256: Final = NamedNode(KG + "modelSha256")
PARAMETER: Final = NamedNode(KG + "parameter")

SPANS_OF: Final = {
    part: (NamedNode(f"{KG}{part}Begin"), NamedNode(f"{KG}{part}End"), NamedNode(f"{KG}{part}Span"))
    for part in ("source", "cue", "content")
}
"""For each part of an attribution: first offset, last offset, and the pieces when there are several."""
