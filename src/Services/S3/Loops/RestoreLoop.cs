using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Telling;

namespace Orrery.Services.S3.Loops;

/// <summary>Tells when a restored copy is there, and when it is gone. That it is so follows from instants; this tells
/// only whoever is notified.</summary>
public sealed class RestoreLoop : ITimerHandler
{
    private const string TimerKind = "s3.restore";
    private const char Divider = '\u0001';

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Will tell of a copy.</summary>
    internal static void Begin(Call call, Place place, VersionRecord version)
    {
        var subject = string.Join(Divider, place.Name, version.VersionId, version.Key);
        call.Schedule(TimerKind, version.Restore!.Ready, subject, place.Scope);
        // Out of an archive tier an object comes for good.
        if (version.Restore.Expiry < DateTimeOffset.MaxValue)
            call.Schedule(TimerKind, version.Restore.Expiry, subject, place.Scope);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (subject.Split(Divider, 3) is not [var name, var id, var key]) return;
        if (call.Read(Tables.Buckets).Find(new(name)) is not { } bucket) return;
        var place = new Place(call.Scope, bucket);
        if (Versions.Find(call, place, key, id) is not { Restore: { } restore } version) return;
        // What was asked for anew since has timers of its own.
        if (restore.Ready == call.Now) Notices.Tell(call, place, version, Notice.Restored);
        else if (restore.Expiry == call.Now) Notices.Tell(call, place, version, Notice.RestoreOver);
    }
}
