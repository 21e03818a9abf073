using Orrery.Contracts.Stores;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Origins;

/// <summary>
/// Which other origins a bucket lets in. Source: S3 user guide, "Using cross-origin resource sharing (CORS)", "Elements
/// of a CORS configuration".
/// </summary>
internal static class OriginRules
{
    private const int MostRules = 100;

    private static readonly string[] Methods = ["GET", "PUT", "HEAD", "POST", "DELETE"];

    /// <summary>Rules as they are sent, checked.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidRequest.</exception>
    public static IReadOnlyList<CORSRule> Checked(IReadOnlyList<CORSRule>? rules)
    {
        if (rules is not { Count: > 0 and <= MostRules }) throw Errors.Malformed();
        foreach (var rule in rules)
        {
            if (rule.AllowedMethods is not { Count: > 0 } methods || rule.AllowedOrigins is not { Count: > 0 } origins)
                throw Errors.Malformed();
            if (methods.FirstOrDefault(static method => !Methods.Contains(method)) is { } unknown)
                throw Errors.InvalidRequest(
                    $"Found unsupported HTTP method in CORS config. Unsupported method is {unknown}");
            CheckStars("AllowedOrigin", origins);
            CheckStars("AllowedHeader", rule.AllowedHeaders ?? []);
            if ((rule.ExposeHeaders ?? []).FirstOrDefault(static header => header.Contains('*')) is { } wild)
                throw Errors.InvalidRequest(
                    $"ExposeHeader \"{wild}\" contains wildcard. We currently do not support wildcard for "
                    + "ExposeHeader");
        }

        return rules;
    }

    /// <summary>The headers that answer a request from another origin; null where no rule lets it in.</summary>
    public static List<KeyValuePair<string, string>>? Answer(IReadOnlyList<CORSRule> rules, CrossOrigin asked)
    {
        foreach (var rule in rules)
        {
            if (rule.AllowedOrigins!.FirstOrDefault(origin => Fits(origin, asked.Origin)) is not { } fit) continue;
            if (!rule.AllowedMethods!.Contains(asked.Method)) continue;
            if (!asked.Headers.All(header => (rule.AllowedHeaders ?? []).Any(
                allowed => Fits(allowed.ToLowerInvariant(), header.ToLowerInvariant())))) continue;
            return Headers(rule, fit == "*" ? "*" : asked.Origin, asked);
        }

        return null;
    }

    private static List<KeyValuePair<string, string>> Headers(CORSRule rule, string origin, CrossOrigin asked)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("Access-Control-Allow-Origin", origin),
            new("Access-Control-Allow-Methods", string.Join(", ", rule.AllowedMethods!)),
        ];
        if (asked.Headers.Count > 0)
            headers.Add(new("Access-Control-Allow-Headers", string.Join(", ", asked.Headers).ToLowerInvariant()));
        if (rule.ExposeHeaders is { Count: > 0 } exposed)
            headers.Add(new("Access-Control-Expose-Headers", string.Join(", ", exposed)));
        if (rule.MaxAgeSeconds is { } seconds) headers.Add(new("Access-Control-Max-Age", $"{seconds}"));
        if (origin != "*") headers.Add(new("Access-Control-Allow-Credentials", "true"));
        headers.Add(new("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method"));
        return headers;
    }

    private static bool Fits(string pattern, string text)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0) return pattern == text;
        return text.Length >= pattern.Length - 1
            && text.StartsWith(pattern[..star], StringComparison.Ordinal)
            && text.EndsWith(pattern[(star + 1)..], StringComparison.Ordinal);
    }

    private static void CheckStars(string what, IReadOnlyList<string> patterns)
    {
        if (patterns.FirstOrDefault(static pattern => pattern.Count(static c => c == '*') > 1) is { } wild)
            throw Errors.InvalidRequest($"{what} \"{wild}\" can not have more than one wildcard.");
    }
}
