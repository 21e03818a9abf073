using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Sets;

namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>An access point in front of a resource.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Policies">Its policies.</param>
/// <param name="Passage">The resource behind it.</param>
internal sealed record AnalyzedFront(string Arn, ResourcePolicies Policies, Passage Passage);
