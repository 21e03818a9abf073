using Orrery.Engines.Policies.Conditions;
using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Linting;

/// <summary>A condition that is looked through.</summary>
/// <param name="Name">The operator as it is written.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Key">The key as it is written.</param>
/// <param name="Node">The values.</param>
/// <param name="IsAllow">Whether the statement allows.</param>
internal sealed record LintedCondition(string Name, ConditionOperator Operator, string Key, Node Node, bool IsAllow)
{
    /// <summary>The values as texts; numbers and truths as they are written.</summary>
    public IReadOnlyList<string> Values { get; } = [.. Node.AsList().Select(n => n.Text)];

    /// <summary>Whether it is the key of that name.</summary>
    public bool Is(string key) => Key.Equals(key, StringComparison.OrdinalIgnoreCase);
}
