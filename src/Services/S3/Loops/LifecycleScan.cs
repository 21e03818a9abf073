using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Ageing;

namespace Orrery.Services.S3.Loops;

/// <summary>Notes all that a bucket has for its new lifecycle or tiering configuration, some of it a call.</summary>
public sealed class LifecycleScan : ITimerHandler
{
    private const int MostAtOnce = 500;
    private const string TimerKind = "s3.lifecycle-scan";

    // So the call that puts the configuration does not wait for a million objects. AWS takes "a few minutes" before a
    // configuration takes effect (S3 user guide, "Setting an S3 Lifecycle configuration on a bucket"); this is guessed.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Begins with the first of what there is; the rest follows.</summary>
    internal static void Begin(Call call, Place place) => Go(call, place, 'o', "");

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var name = subject[1..subject.IndexOf('/', StringComparison.Ordinal)];
        if (call.Read(Tables.Buckets).Find(new(name)) is { } bucket)
            Go(call, new(call.Scope, bucket), subject[0], subject[1..]);
    }

    private static void Go(Call call, Place place, char what, string after)
    {
        while (true)
        {
            var last = what switch
            {
                'o' => Keys(call, place, Objects(call, place, after), static version => version.Place.Value),
                'v' => Keys(call, place, Others(call, place, after), static version => version.VersionPlace.Value),
                _ => UploadsAfter(call, place, after),
            };
            if (last is not null)
            {
                call.Schedule(TimerKind, call.Now + Pause, what + last, place.Scope);
                return;
            }

            if (what == 'u') return;
            (what, after) = (what == 'o' ? 'v' : 'u', "");
        }
    }

    private static IEnumerable<VersionRecord> Objects(Call call, Place place, string after) =>
        call.Read(Tables.Objects, place.Scope).From(new(From(place, after)))
            .TakeWhile(version => version.Bucket == place.Name).SkipWhile(version => version.Place.Value == after);

    private static IEnumerable<VersionRecord> Others(Call call, Place place, string after) =>
        call.Read(Tables.Versions, place.Scope).From(new(From(place, after)))
            .TakeWhile(version => version.Bucket == place.Name)
            .SkipWhile(version => version.VersionPlace.Value == after);

    // The place of the last that was noted; null at the end.
    private static string? Keys(
        Call call, Place place, IEnumerable<VersionRecord> versions, Func<VersionRecord, string> placeOf)
    {
        List<VersionRecord> some = [.. versions.Take(MostAtOnce)];
        foreach (var version in some) Ageing.NoteTier(call, place, version);
        foreach (var key in some.Select(static version => version.Key).Distinct()) Ageing.NoteAll(call, place, key);
        return some.Count == MostAtOnce ? placeOf(some[^1]) : null;
    }

    private static string? UploadsAfter(Call call, Place place, string after)
    {
        List<UploadRecord> some = [.. call.Read(Tables.Uploads, place.Scope).From(new(From(place, after)))
            .TakeWhile(upload => upload.Bucket == place.Name).SkipWhile(upload => upload.Place.Value == after)
            .Take(MostAtOnce)];
        foreach (var upload in some) Ageing.Note(call, place, upload);
        return some.Count == MostAtOnce ? some[^1].Place.Value : null;
    }

    private static string From(Place place, string after) => after.Length > 0 ? after : $"{place.Name}/";
}
