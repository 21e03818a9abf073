namespace Orrery.Core;

/// <summary>The number of an AWS account: 12 digits. Source: AWS Account Management Reference Guide, "View AWS account
/// identifiers".</summary>
public static class AccountNumber
{
    /// <summary>How many digits it has.</summary>
    public const int Length = 12;

    /// <summary>Whether a text is one.</summary>
    public static bool Is(ReadOnlySpan<char> text) =>
        text.Length == Length && !text.ContainsAnyExceptInRange('0', '9');
}
