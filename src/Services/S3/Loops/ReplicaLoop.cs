using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Replicating;

namespace Orrery.Services.S3.Loops;

/// <summary>Replicates a version some time after it came. Source: S3 user guide, "Replicating objects": most within 15
/// minutes; how soon is guessed.</summary>
public sealed class ReplicaLoop : ITimerHandler
{
    private const string TimerKind = "s3.replicate";
    private const char Divider = '\u0001';
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Will replicate a version.</summary>
    internal static void Begin(Call call, Place place, VersionRecord version) => call.Settle(
        TimerKind, Step, string.Join(Divider, place.Name, version.VersionId, version.Key), place.Scope);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (subject.Split(Divider, 3) is not [var name, var id, var key]) return;
        if (call.Read(Tables.Buckets).Find(new(name)) is not { } bucket) return;
        var place = new Place(call.Scope, bucket);
        if (Versions.Find(call, place, key, id) is { } version) Replicas.Run(call, place, version);
    }
}
