using System.Collections.Immutable;
using System.Text.Json;
using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Engines.Policies.Documents;
using Orrery.Kernel.Calls;
using Orrery.Operations.Listing;
using Orrery.Operations.Tagging;
using Orrery.Services.SecretsManager.Records;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Rules;

/// <summary>What names, tags, policies and filters may be. Source: Secrets Manager API Reference.</summary>
internal static class SecretRules
{
    /// <summary>Checks a name.</summary>
    /// <exception cref="ServiceException">ValidationException.</exception>
    public static string Name(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || "/_+=.@-".Contains(c, StringComparison.Ordinal))
            ? name
            : throw new ServiceException(
                "ValidationException",
                "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: "
                + "-/_+=.@!");

    /// <summary>Tags with others added or changed.</summary>
    /// <exception cref="ServiceException">InvalidParameterException, LimitExceededException.</exception>
    public static ImmutableSortedDictionary<string, string> Tags(
        IReadOnlyDictionary<string, string> tags, IReadOnlyList<Tag>? more) => TagSet.With(
            tags,
            (more ?? []).Select(t => KeyValuePair.Create(t.Key ?? "", t.Value ?? "")),
            _ => Errors.Parameter("Tag keys must not begin with aws:"),
            () => new("LimitExceededException", "A secret can have up to 50 tags."));

    /// <summary>Checks a resource policy of an account's secret.</summary>
    /// <exception cref="ServiceException">MalformedPolicyDocumentException, PublicPolicyException.</exception>
    public static string Policy(ReadCall call, string owner, string policy, bool blocksPublic)
    {
        if (PolicyDocument.Read(policy, PolicyKind.Resource, out var fault) is not { } document)
            throw Errors.Policy(fault!.AsRefusal().Message);
        // Text: hashicorp/terraform-provider-aws, which waits for it to pass.
        if (NamedPrincipals.FirstUnknown(call, document.PrincipalArns, owner) is not null)
            throw Errors.Policy("This resource policy contains an unsupported principal");
        return blocksPublic && IsPublic(policy)
            ? throw new ServiceException("PublicPolicyException", "The policy allows broad access to the secret.")
            : policy;
    }

    /// <summary>Whether a secret passes all filters. A value that begins with ! stands for its opposite.</summary>
    public static bool Passes(string region, SecretRecord secret, IReadOnlyList<Filter>? filters) =>
        (filters ?? []).All(filter => (filter.Values ?? []).Any(value =>
            value.StartsWith('!')
                ? !Fits(region, secret, filter.Key, value[1..]) : Fits(region, secret, filter.Key, value)));

    /// <summary>One page.</summary>
    /// <exception cref="ServiceException">InvalidNextTokenException.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Page<T>(
        IEnumerable<T> all, Func<T, string> key, int size, string? token, bool descending = false)
    {
        var after = token is null ? null : KeyPages.Open(token) ?? throw Errors.Token();
        var ordered = descending
            ? all.OrderByDescending(key, StringComparer.Ordinal) : all.OrderBy(key, StringComparer.Ordinal);
        return KeyPages.Of(ordered, key, after, size, descending);
    }

    private static bool Fits(string region, SecretRecord secret, FilterNameStringType? key, string value) => key switch
    {
        FilterNameStringType.Name => Begins(secret.Name.Value, value, StringComparison.Ordinal),
        FilterNameStringType.Description => HasWord(secret.Description, value),
        FilterNameStringType.TagKey => secret.Tags.Keys.Any(k => Begins(k, value, StringComparison.Ordinal)),
        FilterNameStringType.TagValue => secret.Tags.Values.Any(v => Begins(v, value, StringComparison.Ordinal)),
        FilterNameStringType.PrimaryRegion => Begins(region, value, StringComparison.Ordinal),
        FilterNameStringType.OwningService => false,
        _ => HasWord(secret.Name.Value, value) || HasWord(secret.Description, value)
            || secret.Tags.Any(t => HasWord(t.Key, value) || HasWord(t.Value, value)),
    };

    private static bool Begins(string text, string start, StringComparison how) => text.StartsWith(start, how);

    private static bool HasWord(string? text, string start) => text is not null
        && text.Split(' ', '/', '_', '-', '+', '=', '.', '@')
            .Any(word => Begins(word, start, StringComparison.OrdinalIgnoreCase));

    private static bool IsPublic(string policy)
    {
        using var document = JsonDocument.Parse(policy);
        var statements = document.RootElement.GetProperty("Statement");
        var all = statements.ValueKind == JsonValueKind.Array ? statements.EnumerateArray().ToList() : [statements];
        return all.Exists(s => s.GetProperty("Effect").ValueEquals("Allow") && !s.TryGetProperty("Condition", out _)
            && s.TryGetProperty("Principal", out var who) && IsAnybody(who));
    }

    private static bool IsAnybody(JsonElement who) => who.ValueKind switch
    {
        JsonValueKind.String => who.ValueEquals("*"),
        JsonValueKind.Array => who.EnumerateArray().Any(IsAnybody),
        _ => who.TryGetProperty("AWS", out var aws) && IsAnybody(aws),
    };
}
