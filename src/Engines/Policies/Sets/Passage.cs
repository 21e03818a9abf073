using Orrery.Engines.Policies.Evaluation;

namespace Orrery.Engines.Policies.Sets;

/// <summary>What stands behind a resource that others come through: both have to let them.</summary>
/// <param name="Behind">The ARN of what is behind.</param>
/// <param name="Policy">Its policies.</param>
/// <param name="Keys">The condition keys that requests through the resource have.</param>
/// <param name="Inside">What stands between the ARN of the resource and the name of what is in it.</param>
public sealed record Passage(
    string Behind, PolicyStack Policy, IReadOnlyDictionary<string, string> Keys, string Inside);
