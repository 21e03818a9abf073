using Orrery.Services.S3.Ids;
using Orrery.Contracts.Stores;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Telling;
using Orrery.Services.S3.Rules.Tiering;
using Orrery.Services.S3.Rules.Using;
using System.Globalization;

namespace Orrery.Services.S3.Rules.Ageing;

/// <summary>
/// Notes on which day a lifecycle has to look at a key, so that a day costs what happens on it and not what exists. A
/// key is noted when its versions change, and for all keys when the configuration does.
/// </summary>
internal static class Ageing
{
    /// <summary>The kind of the timer of a day.</summary>
    public const string TimerKind = "s3.lifecycle";

    /// <summary>Notes a key whose newest versions changed.</summary>
    public static void Note(Call call, Place place, string key)
    {
        if (place.Bucket.Lifecycle is not { } lifecycle) return;
        var depth = Ages.Depth(lifecycle);
        List<VersionRecord> newest = [.. Of(call, place, key).Take(depth)];
        Note(call, place, key, Ages.Steps(place.Bucket, newest, newest.Count < depth));
    }

    /// <summary>Notes a key any of whose versions may have changed.</summary>
    public static void NoteAll(Call call, Place place, string key)
    {
        if (place.Bucket.Lifecycle is not null)
            Note(call, place, key, Ages.Steps(place.Bucket, [.. Of(call, place, key)]));
    }

    /// <summary>Notes when the tier of a version of INTELLIGENT_TIERING will be another.</summary>
    public static void NoteTier(Call call, Place place, VersionRecord version)
    {
        if (Tiers.NextOf(place, version, call.Now) is not { } at) return;
        var midnight = Ages.After(at, 0);
        Put(call, place, midnight > call.Now ? midnight : Ages.After(call.Now, 1), version.Key, null);
    }

    /// <summary>Notes an upload.</summary>
    public static void Note(Call call, Place place, UploadRecord upload)
    {
        if (Abortion(place, upload.Key, upload.Begun) is not { } abortion) return;
        var due = Ages.Next([new(null!, AgeStepKind.Remove, abortion.At, null, abortion.Rule)], call.Now);
        Put(call, place, due!.Value, upload.Key, upload.Id);
    }

    /// <summary>When an upload is aborted, and by which rule; null where none does so.</summary>
    public static (DateTimeOffset At, string Rule)? Abortion(Place place, string key, DateTimeOffset begun) =>
        (from rule in place.Bucket.Lifecycle?.Rules ?? []
         where rule is { IsEnabled: true, AbortDays: not null } && rule.Filter.Matches(key)
         orderby rule.AbortDays
         select ((DateTimeOffset, string)?)(Ages.After(begun, rule.AbortDays!.Value), rule.Id)).FirstOrDefault();

    /// <summary>When an object expires, as answers show it: x-amz-expiration; null where it does not.</summary>
    public static string? Header(ReadCall call, Place place, VersionRecord version) =>
        End(call, place, version) is not { } step ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"expiry-date=\"{step.Due.UtcDateTime:R}\", rule-id=\"{Uri.EscapeDataString(step.Rule)}\"");

    /// <summary>How an object expires; null where it does not.</summary>
    public static AgeStep? End(ReadCall call, Place place, VersionRecord version)
    {
        if (place.Bucket.Lifecycle is null || version.IsMarker) return null;
        if (Versions.Current(call, place, version.Key)?.Order != version.Order) return null;
        return Ages.Steps(place.Bucket, [version]).Where(static step => step.Kind != AgeStepKind.Transition)
            .OrderBy(static step => step.Due).Select(static step => (AgeStep?)step).FirstOrDefault();
    }

    /// <summary>Does what is due to a key, and notes it anew.</summary>
    public static void Run(Call call, Place place, string key)
    {
        foreach (var version in Of(call, place, key).ToList()) Tiers.Settle(call, place, version);
        var steps = Ages.Steps(place.Bucket, [.. Of(call, place, key)]);
        foreach (var step in Ages.DueSteps(steps, call.Now).ToList()) Do(call, place, step);
        NoteAll(call, place, key);
    }

    /// <summary>Aborts an upload if that is due.</summary>
    public static void RunUpload(Call call, Place place, string key, string id)
    {
        if (call.Read(Tables.Uploads, place.Scope).Find(KeyText.Upload(place.Name, key, id)) is not { } upload) return;
        if (Abortion(place, key, upload.Begun)?.At <= call.Now) Uploads.End(call, place, upload, new HashSet<int>());
        else Note(call, place, upload);
    }

    private static void Do(Call call, Place place, AgeStep step)
    {
        switch (step.Kind)
        {
            case AgeStepKind.Remove:
                Versions.Remove(call, place, step.Version);
                Notices.Tell(call, place, step.Version, Notice.Expired);
                break;
            case AgeStepKind.Transition:
                var moved = step.Version with
                {
                    StorageClass = step.StorageClass!, Restore = null, ClassSince = call.Now, Accessed = null,
                    Tier = null,
                };
                Versions.Change(call, place, moved);
                Activities.Count(call, place, new(StoreUseKind.TransitionRequests, moved.StorageClass, 1), call.Now);
                Notices.Tell(call, place, moved, Notice.Moved);
                break;
            default:
                Deleting.Run(call, place, step.Version.Key, null);
                break;
        }
    }

    private static IEnumerable<VersionRecord> Of(ReadCall call, Place place, string key)
    {
        var others = Versions.Others(call, place, key);
        return Versions.Current(call, place, key) is { } current ? others.Prepend(current) : others;
    }

    private static void Note(Call call, Place place, string key, IEnumerable<AgeStep> steps)
    {
        if (Ages.Next(steps, call.Now) is { } due) Put(call, place, due, key, null);
    }

    // One timer for all that is due in a bucket on one day; that there is one is noted before the first key.
    private static void Put(Call call, Place place, DateTimeOffset due, string key, string? upload)
    {
        var day = DateOnly.FromDateTime(due.UtcDateTime).DayNumber;
        var dues = call.Write(Tables.Dues, place.Scope);
        if (!dues.Contains(KeyText.DueOn(place.Name, day)))
        {
            dues.Put(new(place.Name, day, "", null));
            call.Schedule(TimerKind, due, place.Name, place.Scope);
        }

        dues.Put(new(place.Name, day, key, upload));
    }
}
