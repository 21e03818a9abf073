using System.Globalization;
using Orrery.Contracts.Stores;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Sites;

/// <summary>
/// Websites of buckets. Sources: S3 user guide, "Hosting a static website using Amazon S3", "Configuring an index
/// document", "Configuring a custom error document", "(Optional) Configuring a webpage redirect"; S3 API Reference,
/// PutBucketWebsite. Texts of errors are partly guessed.
/// </summary>
internal static class SiteRules
{
    private const int MostRules = 50;

    /// <summary>A configuration as it is sent, checked.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidArgument, InvalidRequest.</exception>
    public static GetBucketWebsiteResult Checked(WebsiteConfiguration? sent)
    {
        if (sent is null) throw Errors.Malformed();
        if (sent.RedirectAllRequestsTo is { } all)
        {
            if (sent.IndexDocument is not null || sent.ErrorDocument is not null || sent.RoutingRules is not null)
                throw Errors.InvalidArgument("RedirectAllRequestsTo cannot be provided in conjunction with other "
                    + "Routing Rules.");
            if (string.IsNullOrEmpty(all.HostName)) throw Errors.Malformed();
            return new() { RedirectAllRequestsTo = all };
        }

        if (sent.IndexDocument?.Suffix is not { } suffix)
            throw Errors.InvalidArgument("A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo "
                + "is empty", "IndexDocument", "null");
        if (suffix.Length == 0 || suffix.Contains('/'))
            throw Errors.InvalidArgument("The IndexDocument Suffix is not well formed", "IndexDocument", suffix);
        foreach (var rule in sent.RoutingRules ?? []) Check(rule);
        return sent.RoutingRules is null or { Count: > 0 and <= MostRules }
            ? new()
            {
                IndexDocument = sent.IndexDocument,
                ErrorDocument = sent.ErrorDocument,
                RoutingRules = sent.RoutingRules,
            }
            : throw Errors.InvalidRequest($"The number of routing rules must be between 1 and {MostRules}");
    }

    /// <summary>What a website does first.</summary>
    public static SiteStep Begin(GetBucketWebsiteResult site, SiteRequest request)
    {
        if (site.RedirectAllRequestsTo is { } all)
            return new() { Location = $"{Scheme(all.Protocol)}://{all.HostName}/{Escaped(request.Key)}" };
        var rule = site.RoutingRules?.FirstOrDefault(rule =>
            rule.Condition?.HttpErrorCodeReturnedEquals is null && Fits(rule, request.Key));
        return rule is not null ? Redirect(rule, request) : new() { Key = Object(site, request.Key) };
    }

    /// <summary>What it does where the object could not be served.</summary>
    public static SiteStep? Mend(
        ReadCall call, Place place, GetBucketWebsiteResult site, SiteRequest request, int status)
    {
        // A folder that was named without its slash, if it has an index.
        if (request.Key.Length > 0 && !request.Key.EndsWith('/')
            && Versions.Current(call, place, $"{request.Key}/{site.IndexDocument?.Suffix}") is not null)
            return new() { Location = $"/{Escaped(request.Key)}/", Status = 302 };
        var code = status.ToString(CultureInfo.InvariantCulture);
        var rule = site.RoutingRules?.FirstOrDefault(rule =>
            rule.Condition?.HttpErrorCodeReturnedEquals == code && Fits(rule, request.Key));
        if (rule is not null) return Redirect(rule, request);
        return site.ErrorDocument?.Key is { } key ? new() { Key = key } : null;
    }

    private static string Object(GetBucketWebsiteResult site, string key) =>
        key.Length == 0 || key.EndsWith('/') ? key + site.IndexDocument!.Suffix : key;

    private static bool Fits(RoutingRule rule, string key) =>
        key.StartsWith(rule.Condition?.KeyPrefixEquals ?? "", StringComparison.Ordinal);

    private static SiteStep Redirect(RoutingRule rule, SiteRequest request)
    {
        var to = rule.Redirect!;
        var prefix = rule.Condition?.KeyPrefixEquals ?? "";
        var key = to.ReplaceKeyWith
            ?? (to.ReplaceKeyPrefixWith is { } other ? other + request.Key[prefix.Length..] : request.Key);
        return new()
        {
            Location = $"{Scheme(to.Protocol)}://{to.HostName ?? request.Host}/{Escaped(key)}",
            Status = to.HttpRedirectCode is { } code ? int.Parse(code, CultureInfo.InvariantCulture) : 301,
        };
    }

    private static void Check(RoutingRule rule)
    {
        if (rule.Redirect is not { } to) throw Errors.Malformed();
        if (to is { HostName: null, Protocol: null, ReplaceKeyWith: null, ReplaceKeyPrefixWith: null,
                HttpRedirectCode: null }) throw Errors.Malformed();
        if (to.ReplaceKeyWith is not null && to.ReplaceKeyPrefixWith is not null)
            throw Errors.InvalidRequest("You can only define ReplaceKeyPrefix or ReplaceKey but not both.");
        CheckCode(to.HttpRedirectCode, '3', "The provided HTTP redirect code is not valid. Valid codes are 3XX except "
            + "300.", "HttpRedirectCode");
        if (rule.Condition is not { } when) return;
        if (when is { KeyPrefixEquals: null, HttpErrorCodeReturnedEquals: null }) throw Errors.InvalidRequest(
            "Condition cannot be empty. To redirect all requests without a condition, the condition element shouldn't "
            + "be present.");
        if (when.HttpErrorCodeReturnedEquals is ['5', ..]) return;
        CheckCode(when.HttpErrorCodeReturnedEquals, '4', "The provided HTTP error code is not valid. Valid codes are "
            + "4XX or 5XX.", "HttpErrorCodeReturnedEquals");
    }

    private static void CheckCode(string? code, char first, string message, string name)
    {
        if (code is not null && (code.Length != 3 || code[0] != first || code == "300"
            || !code.All(char.IsAsciiDigit))) throw Errors.InvalidArgument(message, name, code);
    }

    private static string Scheme(Protocol? protocol) => protocol?.ToWire() ?? "http";

    private static string Escaped(string key) => string.Join('/', key.Split('/').Select(Uri.EscapeDataString));
}
