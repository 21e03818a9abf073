using System.Globalization;
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

    // Before a key, which may hold anything, and between what is measured.
    private const char Mark = '@';
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Will replicate a version.</summary>
    /// <param name="call">The call.</param>
    /// <param name="place">The bucket.</param>
    /// <param name="version">The version.</param>
    /// <param name="measured">The ids of the rules that are measured.</param>
    internal static void Begin(Call call, Place place, VersionRecord version, IReadOnlyList<string> measured)
    {
        var step = new FollowStep(
            false, call.Now, version.IsMarker || version.Replication != Replicas.Pending ? 0 : version.Size);
        var id = measured.Count == 0 ? version.VersionId : string.Join(Mark, [
            version.VersionId, step.Begun.UtcTicks.ToString(CultureInfo.InvariantCulture),
            step.Bytes.ToString(CultureInfo.InvariantCulture), .. measured.Select(Uri.EscapeDataString),
        ]);
        Follows.Note(call, place, step, measured);
        call.Settle(TimerKind, Step, string.Join(Divider, place.Name, id, version.Key), place.Scope);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (subject.Split(Divider, 3) is not [var name, var id, var key]) return;
        if (call.Read(Tables.Buckets).Find(new(name)) is not { } bucket) return;
        var place = new Place(call.Scope, bucket);
        var marks = id.Split(Mark);
        if (Versions.Find(call, place, key, marks[0]) is { } version) Replicas.Run(call, place, version);
        if (marks is not [_, var begun, var bytes, .. var rules]) return;
        var step = new FollowStep(true, new(Number(begun), TimeSpan.Zero), Number(bytes));
        Follows.Note(call, place, step, rules.Select(Uri.UnescapeDataString));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
