using System.Collections.Immutable;

namespace Orrery.Services.CloudWatch.Records;

/// <summary>The tags of something.</summary>
/// <param name="Key">Its ARN.</param>
/// <param name="Tags">Values by key.</param>
public sealed record TagsRecord(TaggedKey Key, ImmutableSortedDictionary<string, string> Tags);
