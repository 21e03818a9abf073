using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Evaluation;

/// <summary>A statement, and the policy in which it stands.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Statement">The statement.</param>
public sealed record Rule(AttachedPolicy Policy, Statement Statement);
