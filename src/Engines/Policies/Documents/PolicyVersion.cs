namespace Orrery.Engines.Policies.Documents;

/// <summary>The version of the policy language.</summary>
public enum PolicyVersion
{
    /// <summary>2008-10-17, also where none is stated: <c>${…}</c> is plain text.</summary>
    V2008,

    /// <summary>2012-10-17.</summary>
    V2012,
}
