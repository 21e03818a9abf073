namespace Orrery.Engines.Policies.Evaluation;

/// <summary>What policies make of a request.</summary>
public enum Outcome
{
    /// <summary>No statement grants it where one has to.</summary>
    ImplicitDeny,

    /// <summary>A statement refuses it.</summary>
    ExplicitDeny,

    /// <summary>It may go on.</summary>
    Allowed,
}
