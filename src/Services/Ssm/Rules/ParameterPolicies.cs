using System.Globalization;
using System.Text.Json;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ssm.Loops;
using Orrery.Services.Ssm.Records;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Rules;

/// <summary>Policies of parameters. Source: Systems Manager User Guide, "Assigning parameter policies".</summary>
internal static class ParameterPolicies
{
    /// <summary>Deletes the parameter.</summary>
    public const string Expiration = "Expiration";

    private const string Warning = "ExpirationNotification";
    private const string Stale = "NoChangeNotification";
    private const int Most = 10;

    /// <summary>Checks policies.</summary>
    /// <exception cref="ServiceException">What is wrong with them.</exception>
    public static void Check(ReadCall call, string? policies, ParameterTier tier)
    {
        var all = Read(policies);
        if (all.Count == 0) return;
        if (tier != ParameterTier.Advanced)
            throw Errors.Validation("Parameter policies need the advanced parameter tier.");
        if (all.Count > Most)
            throw Errors.Policy("PoliciesLimitExceededException", $"There can be up to {Most} policies.");
        Due(call.Now, policies);
    }

    /// <summary>Sets the timers of a version, and takes those of the one before.</summary>
    public static void Plan(Call call, VersionRecord version)
    {
        Cancel(call, version.Name);
        foreach (var (kind, due) in Due(version.ModifiedAt, version.Policies))
            call.Schedule(PolicyLoop.TimerKind, due, $"{kind} {version.Name}");
    }

    /// <summary>Takes the timers.</summary>
    public static void Cancel(Call call, string name)
    {
        foreach (var kind in new[] { Expiration, Warning, Stale })
            call.Cancel(PolicyLoop.TimerKind, $"{kind} {name}");
    }

    /// <summary>The policies as the API shows them.</summary>
    public static IReadOnlyList<ParameterInlinePolicy>? Show(ReadCall call, VersionRecord version)
    {
        var due = Due(version.ModifiedAt, version.Policies);
        return version.Policies is null ? null :
        [
            .. Read(version.Policies).Zip(due, (policy, when) => new ParameterInlinePolicy
            {
                PolicyText = policy.GetRawText(),
                PolicyType = when.Kind,
                PolicyStatus = when.Due <= call.Now ? "Finished" : "Pending",
            }),
        ];
    }

    private static IReadOnlyList<JsonElement> Read(string? policies)
    {
        if (string.IsNullOrEmpty(policies)) return [];
        try
        {
            using var document = JsonDocument.Parse(policies);
            return [.. document.RootElement.EnumerateArray().Select(policy => policy.Clone())];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw Errors.Policy("InvalidPolicyAttributeException", "Policies is not a JSON array of policies.");
        }
    }

    private static IReadOnlyList<(string Kind, DateTimeOffset Due)> Due(DateTimeOffset since, string? policies)
    {
        var all = Read(policies).Select(policy => (Kind: Text(policy, "Type"), Policy: policy)).ToList();
        var known = all.Find(p => p.Kind is not (Expiration or Warning or Stale));
        if (known.Kind is not null)
            throw Errors.Policy("InvalidPolicyTypeException", $"There is no policy type {known.Kind}.");
        if (all.Count(p => p.Kind == Expiration) > 1)
            throw Errors.Policy("IncompatiblePolicyException", "A parameter has one Expiration policy.");
        var end = all.Where(p => p.Kind == Expiration).Select(p => (DateTimeOffset?)Instant(p.Policy)).FirstOrDefault();
        return
        [
            .. all.Select(p => (p.Kind, p.Kind switch
            {
                Expiration => end!.Value,
                Warning => (end ?? throw Errors.Policy(
                    "IncompatiblePolicyException", "ExpirationNotification needs an Expiration policy."))
                    - Span(p.Policy, "Before"),
                _ => since + Span(p.Policy, "After"),
            })),
        ];
    }

    private static DateTimeOffset Instant(JsonElement policy) =>
        DateTimeOffset.TryParse(
            Text(Attributes(policy), "Timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out var at)
            ? at : throw Errors.Policy("InvalidPolicyAttributeException", "Timestamp is none.");

    private static TimeSpan Span(JsonElement policy, string name)
    {
        var attributes = Attributes(policy);
        var unit = Text(attributes, "Unit");
        return int.TryParse(Text(attributes, name), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && unit is "Days" or "Hours"
                ? unit == "Days" ? TimeSpan.FromDays(count) : TimeSpan.FromHours(count)
                : throw Errors.Policy("InvalidPolicyAttributeException", $"{name} or Unit is none.");
    }

    private static JsonElement Attributes(JsonElement policy) =>
        policy.ValueKind == JsonValueKind.Object && policy.TryGetProperty("Attributes", out var found)
        && found.ValueKind == JsonValueKind.Object
            ? found : throw Errors.Policy("InvalidPolicyAttributeException", "A policy needs Attributes.");

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found)
        && found.ValueKind == JsonValueKind.String
            ? found.GetString()! : throw Errors.Policy("InvalidPolicyAttributeException", $"A policy needs {name}.");
}
