namespace Orrery.Engines.Policies.Documents;

/// <summary>How a statement names a requester, the weakest first.</summary>
public enum Naming
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By its account, which then decides by its own policies.</summary>
    ByAccount,

    /// <summary>By the role of a session, or the user who federated: boundaries and session policies still
    /// limit.</summary>
    ByIssuer,

    /// <summary>Itself, or as one of everybody.</summary>
    Directly,
}
