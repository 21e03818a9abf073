namespace Orrery.Engines.Policies.Sets;

/// <summary>A request that passes, as an example of access that was asked about.</summary>
/// <param name="Action">The action, as a pattern that the statement has where one does.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Context">What the request has to say, in words.</param>
/// <param name="Statement">The statement that allows it.</param>
/// <param name="IsExact">Whether the answer is exact; else something was left out, and the example is a
/// suspicion.</param>
public sealed record AccessFound(
    string Action, string Resource, string Context, Evaluation.Rule Statement, bool IsExact);
