namespace Orrery.Engines.Policies.Patterns;

/// <summary>The simple shapes of a pattern, which are matched at once.</summary>
internal enum GlobShape
{
    /// <summary>A star alone.</summary>
    Any,

    /// <summary>No wildcard.</summary>
    Exact,

    /// <summary>A text and a star.</summary>
    Prefix,

    /// <summary>Everything else.</summary>
    Other,
}
