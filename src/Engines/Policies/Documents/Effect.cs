namespace Orrery.Engines.Policies.Documents;

/// <summary>What a statement does.</summary>
public enum Effect
{
    /// <summary>It grants.</summary>
    Allow,

    /// <summary>It refuses, whatever else grants.</summary>
    Deny,
}
