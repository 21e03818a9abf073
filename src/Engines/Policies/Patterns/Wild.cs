namespace Orrery.Engines.Policies.Patterns;

/// <summary>
/// How a wildcard stands in a compiled pattern: as a character that no policy may hold, so that the <c>*</c> of
/// <c>${*}</c>, or one that comes from the value of a variable, stays a plain character.
/// </summary>
internal static class Wild
{
    /// <summary>Any number of characters.</summary>
    public const char Many = '\uFFFF';

    /// <summary>One character.</summary>
    public const char One = '\uFFFE';

    /// <summary>A text whose wildcards are compiled.</summary>
    public static string Compile(string pattern) => pattern.Replace('*', Many).Replace('?', One);

    /// <summary>A compiled text as it was written.</summary>
    public static string Write(string compiled) => compiled.Replace(Many, '*').Replace(One, '?');

    /// <summary>Whether a compiled text has a wildcard.</summary>
    public static bool IsIn(ReadOnlySpan<char> compiled) => compiled.IndexOfAny(Many, One) >= 0;
}
