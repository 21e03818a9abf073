using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Listing;

/// <summary>What every Describe operation is asked with.</summary>
/// <param name="Ids">Only these; each must exist.</param>
/// <param name="Filters">Only those that pass all of them.</param>
/// <param name="MaxResults">How many a page holds; null for all.</param>
/// <param name="NextToken">Where the page begins; null for the first one.</param>
internal sealed record ListQuery(
    IReadOnlyList<string>? Ids, IReadOnlyList<Filter>? Filters, int? MaxResults, string? NextToken);
