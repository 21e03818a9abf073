using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Evaluation;

/// <summary>The statements that may be about an action, by effect.</summary>
internal sealed class ServiceRules
{
    /// <summary>Sorts statements.</summary>
    public ServiceRules(IEnumerable<Rule> rules)
    {
        var list = rules.ToList();
        Denies = [.. list.Where(r => r.Statement.Effect == Effect.Deny)];
        Allows = [.. list.Where(r => r.Statement.Effect == Effect.Allow)];
    }

    /// <summary>How many there are.</summary>
    public int Count => Denies.Length + Allows.Length;

    /// <summary>Those that deny.</summary>
    public Rule[] Denies { get; }

    /// <summary>Those that allow.</summary>
    public Rule[] Allows { get; }
}
