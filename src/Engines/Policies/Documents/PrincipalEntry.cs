using Orrery.Core;
using Orrery.Engines.Policies.Patterns;

namespace Orrery.Engines.Policies.Documents;

/// <summary>An entry of Principal or NotPrincipal.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Value">The account's number, or else the entry as it was written.</param>
public sealed record PrincipalEntry(PrincipalType Type, string Value)
{
    /// <summary>Everybody.</summary>
    public static PrincipalEntry Everyone { get; } = new(PrincipalType.Everyone, "*");

    /// <summary>Reads an entry of the member AWS; null where it is no principal.</summary>
    internal static PrincipalEntry? OfAws(string text)
    {
        if (text == "*") return Everyone;
        if (AccountNumber.Is(text)) return new(PrincipalType.Account, text);
        if (text.StartsWith("arn:", StringComparison.Ordinal)) return OfArn(text);
        var isId = text.Length is >= 16 and <= 128 && text.All(char.IsAsciiLetterOrDigit)
            && (text.StartsWith("AIDA", StringComparison.Ordinal) || text.StartsWith("AROA", StringComparison.Ordinal));
        return isId ? new(PrincipalType.UniqueId, text) : null;
    }

    /// <summary>The service of an entry of the member Service.</summary>
    internal static PrincipalEntry OfService(string text) =>
        text == "*" ? Everyone : new(PrincipalType.Service, text);

    private static PrincipalEntry? OfArn(string text)
    {
        if (!Arn.Is(text) || text.AsSpan().IndexOfAny('*', '?') >= 0) return null;
        var (service, rest) = (Arn.Part(text, 2).ToString(), Arn.Part(text, 5).ToString());
        if (service is not ("iam" or "sts" or "cloudfront") || rest.Length == 0) return null;
        if (service is "cloudfront") return new(PrincipalType.Arn, text);
        var account = Arn.Part(text, 4);
        if (!AccountNumber.Is(account)) return null;
        return rest is "root" ? new(PrincipalType.Account, account.ToString()) : new(PrincipalType.Arn, text);
    }
}
