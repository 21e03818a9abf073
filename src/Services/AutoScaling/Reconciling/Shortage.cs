using Orrery.Core;
using Orrery.Engines.Scaling.Causes;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// Launches what a group lacks, in the zones that have the fewest, elsewhere where there is no room. Source: EC2 Auto
/// Scaling User Guide, "Distribute instances across Availability Zones"; "Troubleshoot: EC2 instance launch failures".
/// </summary>
internal static class Shortage
{
    /// <summary>Launches what is missing.</summary>
    public static void Fill(Call call, GroupRecord group, IReadOnlyList<MemberRecord> members)
    {
        if (group.Suspends(Processes.Launch) || group.RetryAt > call.Now) return;
        var counted = Capacity.Counted(members);
        var cause = group.Change is { } change
            ? $"{change.Text}  {Cause.Started(call.Now, counted, group.Desired)}"
            : group.Refresh is not null ? Cause.Refreshing(call.Now)
            : $"At {Cause.Time(call.Now)} an instance was launched in response to an unhealthy instance needing to be "
                + "replaced.";
        var why = new Reason(
            "SHORTAGE", $"{group.Name} has {counted} and desires {group.Desired}", group.Name,
            group.Change?.Why is { } reason ? [reason] : []);
        var missing = group.Desired - counted;
        var draft = new Draft("", cause) { Why = why };
        var drawn = Drawing.Run(call, group, missing, draft);
        if (drawn > 0) members = [.. Groups.Members(call, group.Name)];
        var launch = new ZoneLaunch(call, group, members, draft);
        var launched = drawn + launch.Run(missing - drawn);
        After(call, group, launch, launched < missing);
    }

    /// <summary>Remembers which zones were full, and tries again later where something is missing.</summary>
    public static void After(Call call, GroupRecord group, ZoneLaunch launch, bool isShort)
    {
        var failures = isShort || launch.Full.Count > 0 ? group.Failures + 1 : 0;
        var retry = call.Now + Backoff.After(failures);
        group = Groups.Get(call, group.Name);
        var full = group.FullZones.RemoveRange(group.FullZones.Where(z => z.Value <= call.Now).Select(z => z.Key))
            .SetItems(launch.Full.Select(zone => KeyValuePair.Create(zone, retry)));
        call.Write(Tables.Groups).Put(group with
        {
            FullZones = full, Failures = failures, RetryAt = isShort ? retry : null,
        });
    }
}
