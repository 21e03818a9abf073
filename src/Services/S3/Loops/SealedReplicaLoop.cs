using Orrery.Kernel.State;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Replicating;

namespace Orrery.Services.S3.Loops;

/// <summary>
/// Makes replicas of what KMS encrypts. A call asks KMS for keys of its own region only: so one of the region that a
/// replica goes to makes it, right after that which opened its source, and one of the source's region notes how it
/// went.
/// </summary>
public sealed class SealedReplicaLoop : ITimerHandler
{
    private const string TimerKind = "s3.replicate.sealed";
    private const string There = "there";
    private const string Back = "back";
    private const char Divider = '\u0001';

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Will make a replica, right after this call.</summary>
    internal static void Begin(Call call, Place there, VersionRecord version, string rule) =>
        Schedule(call, there.Scope, There, version, (rule, null));

    /// <summary>Will note how it went.</summary>
    internal static void Return(
        Call call, Place place, VersionRecord version, (string Rule, string? Obstacle) how) =>
        Schedule(call, place.Scope, Back, version, how);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (subject.Split(Divider, 6) is not [var way, var obstacle, var name, var id, var rule, var key]) return;
        if (Replicas.PlaceOf(call, name) is not { } place) return;
        if (Versions.Find(call, place, key, id) is not { } version) return;
        rule = Uri.UnescapeDataString(rule);
        if (way == There) SealedReplicas.Put(call, place, version, rule);
        else Replicas.Finish(call, place, version, rule, obstacle.Length > 0 ? obstacle : null);
    }

    private static void Schedule(
        Call call, Scope scope, string way, VersionRecord version, (string Rule, string? Obstacle) how)
    {
        var subject = string.Join(
            Divider, way, how.Obstacle, version.Bucket, version.VersionId, Uri.EscapeDataString(how.Rule), version.Key);
        call.Schedule(TimerKind, call.Now, subject, scope);
    }
}
