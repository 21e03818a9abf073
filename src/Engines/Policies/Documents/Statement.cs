using Orrery.Engines.Policies.Conditions;
using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Documents;

/// <summary>A statement of a policy, compiled. Immutable.</summary>
public sealed class Statement
{
    internal Statement(Effect effect, string? sid, int line, int index)
    {
        Effect = effect;
        Sid = sid;
        Line = line;
        Index = index;
    }

    /// <summary>What it does.</summary>
    public Effect Effect { get; }

    /// <summary>Its Sid.</summary>
    public string? Sid { get; }

    /// <summary>The line on which it begins in the document, from 1.</summary>
    public int Line { get; }

    /// <summary>The bracket in the document that opens it.</summary>
    public TextPlace Begin { get; internal init; }

    /// <summary>The bracket in the document that closes it.</summary>
    public TextPlace End { get; internal init; }

    /// <summary>Its place among the statements, from 0.</summary>
    public int Index { get; }

    /// <summary>The entries of Action, or of NotAction, as they were written.</summary>
    public IReadOnlyList<string> Actions { get; internal init; } = [];

    /// <summary>Whether they are those of NotAction.</summary>
    public bool IsNotAction { get; internal init; }

    /// <summary>The entries of Resource, or of NotResource, as they were written; empty in a trust policy.</summary>
    public IReadOnlyList<string> Resources { get; internal init; } = [];

    /// <summary>Whether they are those of NotResource.</summary>
    public bool IsNotResource { get; internal init; }

    /// <summary>The entries of Principal, or of NotPrincipal; null where the statement has neither.</summary>
    public IReadOnlyList<PrincipalEntry>? Principals { get; internal init; }

    /// <summary>Whether they are those of NotPrincipal.</summary>
    public bool IsNotPrincipal { get; internal init; }

    /// <summary>The conditions, of which all must hold.</summary>
    public IReadOnlyList<Condition> Conditions { get; internal init; } = [];

    internal Glob[] ActionGlobs { get; init; } = [];

    internal ResourcePattern[] ResourcePatterns { get; init; } = [];

    internal Condition[] ConditionList { get; init; } = [];

    /// <summary>Whether NotPrincipal lists everybody.</summary>
    internal bool SparesEveryone =>
        IsNotPrincipal && Principals is [{ Type: PrincipalType.Everyone }, ..];

    /// <summary>Whether it is about an action.</summary>
    public bool AppliesTo(ActionName action)
    {
        foreach (var glob in ActionGlobs)
        {
            if (glob.Matches(action.Lower)) return !IsNotAction;
        }

        return IsNotAction;
    }

    /// <summary>
    /// Whether it is about a resource. A variable without a value matches nothing; in NotResource it makes the
    /// statement void, because it is not known what was to be left out.
    /// </summary>
    public bool AppliesTo(in ResourceName resource, IRequestContext context)
    {
        if (ResourcePatterns.Length == 0) return true;
        foreach (var pattern in ResourcePatterns)
        {
            if (pattern.Matches(resource, context)) return !IsNotResource;
            if (IsNotResource && !pattern.IsKnown(context)) return false;
        }

        return IsNotResource;
    }

    /// <summary>How it names a requester; a statement without principals names everybody it is attached to.</summary>
    public Naming Names(Requester requester)
    {
        if (Principals is null) return Naming.Directly;
        if (IsNotPrincipal) return PrincipalRules.Spares(Principals, requester) ? Naming.None : Naming.Directly;
        return PrincipalRules.Best(Principals, requester);
    }

    /// <summary>Whether its conditions hold.</summary>
    public bool Holds(IRequestContext context)
    {
        foreach (var condition in ConditionList)
        {
            if (!condition.Holds(context)) return false;
        }

        return true;
    }
}
