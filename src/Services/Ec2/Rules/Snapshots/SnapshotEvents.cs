using System.Globalization;
using System.Text.Json.Nodes;
using Orrery.Contracts.Events;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>What EventBridge hears of snapshots. Source: EBS User Guide, "Amazon EventBridge for Amazon EBS".</summary>
internal static class SnapshotEvents
{
    private const string One = "EBS Snapshot Notification";
    private const string Several = "EBS Multi-Volume Snapshots Completion Status";

    /// <summary>A snapshot is done, or failed.</summary>
    public static void Ended(Call call, SnapshotRecord snapshot)
    {
        if (snapshot.SetId is { } set)
        {
            EndedOf(call, set);
            return;
        }

        var detail = Detail(snapshot.SourceRegion is null ? "createSnapshot" : "copySnapshot", snapshot, call.Now);
        detail["result"] = ResultOf([snapshot]);
        detail["cause"] = snapshot.StateMessage ?? "";
        detail["snapshot_id"] = ArnOf(call, snapshot);
        detail["source"] = SourceOf(call, snapshot);
        Put(call, call.Scope, One, [ArnOf(call, snapshot)], detail);
    }

    /// <summary>A snapshot was shared with another account: that is told.</summary>
    public static void Shared(Call call, SnapshotRecord snapshot, string user)
    {
        var detail = Detail("shareSnapshot", snapshot, snapshot.CompletionTime ?? call.Now);
        detail["result"] = "succeeded";
        detail["cause"] = "";
        detail["snapshot_id"] = ArnOf(call, snapshot);
        detail["source"] = snapshot.OwnerId;
        Put(call, new(user, call.Region), One, [ArnOf(call, snapshot)], detail);
    }

    // Those of a set are told of together, once all of them have ended.
    private static void EndedOf(Call call, string set)
    {
        var all = call.Read(VolumeTables.Snapshots).By(VolumeTables.SnapshotsBySet, set).ToList();
        if (all.Exists(s => s.State == SnapshotState.Pending))
        {
            return;
        }

        var detail = Detail("createSnapshots", all[0], call.Now);
        detail["result"] = ResultOf(all);
        detail["cause"] = "";
        detail["snapshots"] = new JsonArray([.. all.Select(s => (JsonNode)new JsonObject
        {
            ["snapshot_id"] = ArnOf(call, s), ["source"] = SourceOf(call, s), ["status"] = s.State.ToWire(),
        })]);
        Put(call, call.Scope, Several, [.. all.Select(s => ArnOf(call, s))], detail);
    }

    private static JsonObject Detail(string what, SnapshotRecord snapshot, DateTimeOffset end) => new()
    {
        ["event"] = what,
        ["result"] = null,
        ["cause"] = null,
        ["request-id"] = "",
        ["startTime"] = Time(snapshot.StartTime),
        ["endTime"] = Time(end),
    };

    private static string ResultOf(IReadOnlyList<SnapshotRecord> snapshots) =>
        snapshots.All(s => s.State == SnapshotState.Completed) ? "succeeded" : "failed";

    private static string SourceOf(ReadCall call, SnapshotRecord snapshot) => snapshot.SourceRegion is { } region
        ? $"arn:aws:ec2:{region}::snapshot/{snapshot.SourceSnapshotId}"
        : $"arn:aws:ec2:{call.Region}::volume/{snapshot.VolumeId}";

    private static string ArnOf(ReadCall call, SnapshotRecord snapshot) =>
        $"arn:aws:ec2:{call.Region}::snapshot/{snapshot.Id}";

    private static string Time(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Put(Call call, Scope scope, string what, IReadOnlyList<string> resources, JsonObject detail) =>
        call.FindPort<IEventBus>()?.Put(call, new(scope, "aws.ec2", what, resources, detail.ToJsonString()));
}
