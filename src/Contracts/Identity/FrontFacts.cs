namespace Orrery.Contracts.Identity;

/// <summary>Something in front of a resource, with a policy of its own: an access point of a bucket.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Account">Its account.</param>
/// <param name="Policy">Its policy.</param>
/// <param name="Inside">What stands between its ARN and the name of what is in the resource.</param>
/// <param name="Keys">The condition keys that requests through it have.</param>
public sealed record FrontFacts(
    string Arn, string Account, PolicyText Policy, string Inside, IReadOnlyDictionary<string, string> Keys);
