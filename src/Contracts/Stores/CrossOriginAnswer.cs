namespace Orrery.Contracts.Stores;

/// <summary>What a bucket says to a request from another origin.</summary>
/// <param name="IsConfigured">Whether the bucket says anything of other origins.</param>
/// <param name="Headers">The headers of the answer; null where the request is not let in.</param>
public sealed record CrossOriginAnswer(bool IsConfigured, IReadOnlyList<KeyValuePair<string, string>>? Headers);
