// The twin of provenance.rq, which explains the columns.
// cypher-shell -P 'id => "http://localhost:8421/id/att_…"' (the IRI of a claim or an attribution)
MATCH (asked:Kg {iri: $id})
CALL (asked) {
  WITH asked WHERE asked:Attribution
  RETURN asked AS first
UNION
  MATCH (first:Kg:Attribution)-[:CLAIM]->(asked)
  RETURN first
}
MATCH (first)-[:RELAYS*0..]-(attribution:Kg:Attribution)
WITH DISTINCT attribution
WITH attribution,
  COUNT { MATCH (outer)-[:RELAYS*1..]->(attribution) RETURN DISTINCT outer } AS step,
  COLLECT { MATCH (attribution)-[:CONTENT_SPAN]->(span) RETURN span.beginIndex + '-' + span.endIndex ORDER BY span.beginIndex } AS spans
OPTIONAL MATCH (attribution)-[:IN_ARTICLE]->(article)
OPTIONAL MATCH (article)-[:PUBLISHER]->(house)
OPTIONAL MATCH (context:Kg:Context)-[:WAS_DERIVED_FROM]->(article)
OPTIONAL MATCH (attribution)-[:WAS_GENERATED_BY]->(run)
OPTIONAL MATCH (attribution)-[:WAS_ATTRIBUTED_TO]->(who)
OPTIONAL MATCH (attribution)-[:ON_BEHALF_OF]->(whom)
OPTIONAL MATCH (attribution)-[:CLAIM]->(claim_node)
WITH *, coalesce(attribution.saidFrom, attribution.saidTo, article.datePublished) AS first,
  coalesce(attribution.saidTo, attribution.saidFrom, article.datePublished) AS last
RETURN
  step,
  who.name AS speaker,
  whom.name AS on_behalf_of,
  attribution.stance AS stance,
  coalesce(claim_node.text, attribution.contentWords) AS claim,
  attribution.sourceWords AS source,
  attribution.cueWords AS cue,
  attribution.saidWords AS said,
  CASE WHEN first < last THEN toString(first) + '/' + toString(last) ELSE first END AS date,
  attribution.sentenceWords AS sentence,
  attribution.sentenceBegin AS sentence_begin,
  attribution.sentenceEnd AS sentence_end,
  attribution.sourceBegin AS source_begin,
  attribution.sourceEnd AS source_end,
  attribution.cueBegin AS cue_begin,
  attribution.cueEnd AS cue_end,
  attribution.contentBegin AS begin,
  attribution.contentEnd AS end,
  CASE WHEN size(spans) > 0 THEN reduce(all = head(spans), span IN tail(spans) | all + ' ' + span) END AS pieces,
  article.headline AS headline,
  article.datePublished AS published,
  house.name AS publisher,
  article.url AS url,
  article.doc AS doc,
  article.key AS key,
  context.sha256 AS sha256,
  attribution.method AS method,
  attribution.score AS score,
  run.extractor AS extractor,
  run.model AS model,
  run.modelSha256 AS model_sha256,
  CASE WHEN size(run.parameter) > 0 THEN reduce(all = head(run.parameter), one IN tail(run.parameter) | all + ' ' + one) END AS parameters,
  attribution.iri AS attribution,
  claim_node.iri AS claim_id,
  article.iri AS article,
  run.iri AS run
ORDER BY step, doc, coalesce(begin, -1), attribution
