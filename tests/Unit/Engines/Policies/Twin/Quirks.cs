namespace Orrery.Tests.Unit.Engines.Policies.Twin;

/// <summary>
/// Ways in which the slow twin can be told to err, as another simulator does: where it then gives the other's answer,
/// that is what makes the difference.
/// </summary>
[Flags]
public enum Quirks
{
    /// <summary>As AWS documents it.</summary>
    None = 0,

    /// <summary>NotIpAddress does not hold between addresses of different families.</summary>
    MixedFamilies = 1,

    /// <summary>No address is in 0.0.0.0/0.</summary>
    WholeRange = 2,

    /// <summary>Seconds since 1970 are taken for milliseconds.</summary>
    Epoch = 4,

    /// <summary>A negated operator does not hold where a variable has no value.</summary>
    MissingVariables = 8,

    /// <summary>ForAnyValue with IfExists does not hold where the key is missing.</summary>
    MissingKeys = 16,

    /// <summary>A text with <c>${*}</c> equals nothing.</summary>
    PlainStars = 32,

    /// <summary>NotPrincipal leaves out everybody of an account that it lists.</summary>
    SparedAccounts = 64,

    /// <summary>Variables count in version 2008-10-17 too, and <see cref="MissingVariables"/>.</summary>
    OldVariables = 128,

    /// <summary>A session policy limits what a resource's policy grants to the session itself.</summary>
    LimitedSessions = 256,
}
