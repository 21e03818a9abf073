using System.Text.RegularExpressions;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// OpenID Connect providers. Source: IAM API Reference, CreateOpenIDConnectProvider. Where no thumbprint is given AWS
/// fetches it from the provider; nothing is fetched here, and none is kept.
/// </summary>
internal static partial class OidcProviders
{
    private const string Scheme = "https://";
    private const int MostClientIds = 100;
    private const int MostThumbprints = 5;

    /// <summary>A provider.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static OidcProviderRecord Get(ReadCall call, string arn) =>
        call.Mine(Tables.OidcProviders).Find(new(arn))
        ?? throw Errors.NoSuchEntity($"OpenIDConnect Provider not found for arn {arn}");

    /// <summary>Where a provider is, without the scheme.</summary>
    /// <exception cref="ServiceException">InvalidInput: no such address, or one with a query.</exception>
    public static string Place(string url)
    {
        if (!url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.Query.Length > 0
            || uri.Fragment.Length > 0)
        {
            throw Errors.InvalidInput("Invalid Open ID Connect Provider URL");
        }

        return url[Scheme.Length..].TrimEnd('/');
    }

    /// <summary>The ARN of the provider at a place.</summary>
    public static string ArnOf(string account, string place) => $"arn:aws:iam::{account}:oidc-provider/{place}";

    /// <summary>Audiences that may be kept.</summary>
    /// <exception cref="ServiceException">LimitExceeded.</exception>
    public static IReadOnlyList<string> ClientIds(IEnumerable<string> ids)
    {
        string[] all = [.. ids.Distinct(StringComparer.Ordinal)];
        return all.Length <= MostClientIds
            ? all
            : throw Errors.Quota("ClientIdsPerOpenIdConnectProvider", MostClientIds);
    }

    /// <summary>Thumbprints that may be kept.</summary>
    /// <exception cref="ServiceException">InvalidInput, LimitExceeded.</exception>
    public static IReadOnlyList<string> Thumbprints(IReadOnlyList<string> prints)
    {
        if (prints.Count > MostThumbprints)
            throw Errors.InvalidInput("Thumbprint list must contain fewer than 5 entries.");
        return prints.All(p => Form().IsMatch(p)) ? prints : throw Errors.InvalidInput("Invalid thumbprint.");
    }

    [GeneratedRegex("^[0-9a-fA-F]{40}$")]
    private static partial Regex Form();
}
