namespace Orrery.Services.CloudWatch.Rules.Search;

/// <summary>What a search asks for.</summary>
/// <param name="Namespace">Only this namespace; null for any.</param>
/// <param name="Dimensions">Only metrics with exactly these dimensions; null for any.</param>
/// <param name="Term">What to find; null for all.</param>
internal sealed record SearchQuery(string? Namespace, IReadOnlyList<string>? Dimensions, SearchTerm? Term);
