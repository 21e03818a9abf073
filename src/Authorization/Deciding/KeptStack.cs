using Orrery.Engines.Policies.Evaluation;

namespace Orrery.Authorization.Deciding;

/// <summary>A stack of one policy.</summary>
/// <param name="Source">Where the policy is.</param>
/// <param name="Policies">The stack.</param>
internal sealed record KeptStack(string Source, PolicyStack Policies);
