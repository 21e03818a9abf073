namespace Orrery.Engines.Policies.Conditions;

/// <summary>How a condition takes a key with several values.</summary>
public enum SetQualifier
{
    /// <summary>As a single value.</summary>
    None,

    /// <summary>Each value of the request must match; true where the request has none.</summary>
    ForAllValues,

    /// <summary>One value of the request must match; false where the request has none.</summary>
    ForAnyValue,
}
