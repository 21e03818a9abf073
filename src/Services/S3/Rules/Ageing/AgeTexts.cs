using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Ageing;

/// <summary>
/// Lifecycle configurations as they are sent, held to the rules. Sources: Amazon S3 API Reference,
/// PutBucketLifecycleConfiguration; S3 user guide, "Lifecycle configuration elements". Texts of errors are as AWS gives
/// them where that is known, else guessed.
/// </summary>
internal static class AgeTexts
{
    private const int MostRules = 1000;
    private const int MostId = 255;
    private const int LeastDaysOfRareAccess = 30;

    /// <summary>The rules of a configuration.</summary>
    /// <param name="sent">As sent.</param>
    /// <param name="newId">Gives ids to rules that have none.</param>
    /// <exception cref="ServiceException">MalformedXML, InvalidRequest, InvalidArgument.</exception>
    public static IReadOnlyList<AgeRule> Read(IReadOnlyList<LifecycleRule>? sent, Func<string> newId)
    {
        if (sent is not { Count: > 0 and <= MostRules }) throw Errors.Malformed();
        List<AgeRule> rules = [.. sent.Select(rule => Rule(rule, newId))];
        return rules.Select(static rule => rule.Id).Distinct(StringComparer.Ordinal).Count() == rules.Count
            ? rules
            : throw Errors.InvalidArgument("Rule ID must be unique. Found same ID for more than one rule");
    }

    private static AgeRule Rule(LifecycleRule sent, Func<string> newId)
    {
        if (sent.ID?.Length > MostId) throw Errors.InvalidArgument("ID length should not exceed allowed limit of 255");
        var rule = new AgeRule
        {
            Id = string.IsNullOrEmpty(sent.ID) ? newId() : sent.ID,
            IsEnabled = (sent.Status ?? throw Errors.Malformed()) == ExpirationStatus.Enabled,
            Filter = AgeFilters.Read(sent),
            Expiration = Expiration(sent.Expiration),
            RemovesMarkers = sent.Expiration?.ExpiredObjectDeleteMarker,
            Transitions = [.. (sent.Transitions ?? []).Select(static to => Limit(
                to.Days, to.Date, to.StorageClass?.ToWire()))],
            NoncurrentExpiration = sent.NoncurrentVersionExpiration is { } gone
                ? Noncurrent(gone.NoncurrentDays, gone.NewerNoncurrentVersions, null, 1)
                : null,
            NoncurrentTransitions = [.. (sent.NoncurrentVersionTransitions ?? []).Select(static to => Noncurrent(
                to.NoncurrentDays, to.NewerNoncurrentVersions,
                to.StorageClass?.ToWire() ?? throw Errors.Malformed(), 0))],
            AbortDays = sent.AbortIncompleteMultipartUpload is { } abort
                ? Positive(abort.DaysAfterInitiation, "DaysAfterInitiation")
                : null,
        };
        Check(rule);
        return rule;
    }

    private static void Check(AgeRule rule)
    {
        if (rule is
            {
                Expiration: null, RemovesMarkers: null, Transitions: [], NoncurrentExpiration: null,
                NoncurrentTransitions: [], AbortDays: null,
            })
            throw Errors.InvalidRequest("At least one action needs to be specified in a rule");
        if (rule.Filter.Tags is not null || rule.Filter.HasSize())
        {
            var what = rule.Filter.Tags is not null ? "Tags" : "Object Size";
            if (rule.AbortDays is not null)
                throw Errors.InvalidRequest($"AbortIncompleteMultipartUpload cannot be specified with {what}");
            if (rule.RemovesMarkers is not null)
                throw Errors.InvalidRequest($"ExpiredObjectDeleteMarker cannot be specified with {what}");
        }

        CheckOrder(rule.Transitions, rule.Expiration, "Days", "Expiration");
        CheckOrder(
            rule.NoncurrentTransitions, rule.NoncurrentExpiration, "NoncurrentDays", "NoncurrentVersionExpiration");
    }

    // Cheaper classes come later, what goes goes last, and days and dates are not mixed.
    private static void CheckOrder(IReadOnlyList<AgeLimit> transitions, AgeLimit? end, string days, string action)
    {
        if (transitions.Select(static to => to.StorageClass).Distinct().Count() < transitions.Count)
            throw Errors.InvalidRequest("'StorageClass' must be different for 'Transition' actions in same 'Rule'");
        var all = end is null ? transitions : [.. transitions, end];
        if (all.Any(static limit => limit.Date is null) && all.Any(static limit => limit.Date is not null))
            throw Errors.InvalidRequest(
                "Found mixed 'Date' and 'Days' based Expiration and Transition actions in lifecycle rule");
        AgeLimit? before = null;
        foreach (var to in transitions.OrderBy(static to => Waterfall.Depth(to.StorageClass)))
        {
            if (to.Days < LeastDaysOfRareAccess && to.StorageClass is "STANDARD_IA" or "ONEZONE_IA")
                throw Errors.InvalidArgument(
                    $"'{days}' in Transition action must be greater than or equal to 30 for storageClass "
                    + $"'{to.StorageClass}'");
            if (before is not null && !IsLater(to, before))
                throw Errors.InvalidArgument(
                    $"'{days}' in the Transition action for StorageClass '{to.StorageClass}' must be greater than for "
                    + $"StorageClass '{before.StorageClass}'");
            before = to;
        }

        if (end is not null && transitions.Any(to => !IsLater(end, to)))
            throw Errors.InvalidArgument(
                $"'{days}' in the {action} action must be greater than '{days}' in the Transition action");
    }

    private static bool IsLater(AgeLimit later, AgeLimit earlier) =>
        later.Days > earlier.Days || later.Date > earlier.Date || later.Newer > earlier.Newer;

    private static AgeLimit? Expiration(LifecycleExpiration? sent)
    {
        if (sent is null) return null;
        var said = (sent.Days is null ? 0 : 1) + (sent.Date is null ? 0 : 1)
            + (sent.ExpiredObjectDeleteMarker is null ? 0 : 1);
        if (said != 1) throw Errors.Malformed();
        if (sent.ExpiredObjectDeleteMarker is not null) return null;
        if (sent.Days is <= 0)
            throw Errors.InvalidArgument("'Days' for Expiration action must be a positive integer");
        return new(sent.Days, Midnight(sent.Date));
    }

    private static AgeLimit Limit(int? days, DateTimeOffset? date, string? storageClass)
    {
        if (storageClass is null || days is null == date is null) throw Errors.Malformed();
        if (days < 0) throw Errors.InvalidArgument("'Days' for Transition action must be nonnegative");
        return new(days, Midnight(date), null, storageClass);
    }

    private static AgeLimit Noncurrent(int? days, int? newer, string? storageClass, int least)
    {
        if (days is null) throw Errors.Malformed();
        if (days < least)
            throw Errors.InvalidArgument(
                $"'NoncurrentDays' for {(storageClass is null ? "NoncurrentVersionExpiration" : "Transition")} action "
                + (least > 0 ? "must be a positive integer" : "must be nonnegative"));
        if (newer is < 1 or > 100)
            throw Errors.InvalidArgument("'NewerNoncurrentVersions' must be between 1 and 100");
        return new(days, null, newer, storageClass);
    }

    private static int Positive(int? days, string name) => days switch
    {
        null => throw Errors.Malformed(),
        <= 0 => throw Errors.InvalidArgument($"'{name}' must be a positive integer"),
        _ => days.Value,
    };

    private static DateTimeOffset? Midnight(DateTimeOffset? date) =>
        date is null || date.Value.UtcDateTime.TimeOfDay == TimeSpan.Zero
            ? date
            : throw Errors.InvalidArgument("'Date' must be at midnight GMT");
}
