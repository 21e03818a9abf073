using Orrery.Contracts.Identity;

namespace Orrery.Host.Tokens;

/// <summary>
/// Where issuers of tokens publish their keys: <c>ID.tokens.sts.localhost</c>, below <c>/.well-known/</c>. Their hosts
/// at AWS are answered too.
/// </summary>
internal static class IssuerAddress
{
    /// <summary>Where the documents are.</summary>
    public const string Folder = "/.well-known/";

    private static readonly string[] Ends =
        [ITokenIssuers.Domain + ".localhost", ITokenIssuers.Domain + ".global.api.aws"];

    /// <summary>The id of the issuer that a request asks; null where it asks none.</summary>
    /// <param name="path">The path.</param>
    /// <param name="host">The Host header.</param>
    public static string? IdOf(string path, string host)
    {
        if (!path.StartsWith(Folder, StringComparison.Ordinal)) return null;
        var colon = host.LastIndexOf(':');
        var name = colon < 0 ? host : host[..colon];
        foreach (var end in Ends)
        {
            if (name.EndsWith(end, StringComparison.OrdinalIgnoreCase) && name.Length > end.Length)
                return name[..^end.Length].ToLowerInvariant();
        }

        return null;
    }
}
