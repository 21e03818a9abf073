using System.Collections.Immutable;
using Orrery.Contracts.Instances;
using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;

namespace Orrery.Services.Ec2.Rules.Health;

/// <summary>
/// Writes down what goes wrong with instances and what is mended. A reboot mends the instance itself; a stop, and a
/// recovery, end on other hardware and mend all. Sources: EC2 User Guide, "Status checks for Amazon EC2 instances",
/// "Automatic instance recovery".
/// </summary>
internal static class Impairments
{
    private static readonly CheckKind[] Every = [CheckKind.System, CheckKind.Instance, CheckKind.Ebs];

    /// <summary>Begins an impairment, or gives one of its kind that lasts another end.</summary>
    public static ImpairmentRecord Begin(
        Call call, InstanceRecord instance, CheckKind check, DateTimeOffset? to, bool isSilent)
    {
        var health = Of(call, instance.Id) ?? new() { Id = instance.Id };
        var before = StatusChecks.Current(call, instance, check);
        var next = new ImpairmentRecord(check, isSilent, call.Now, to);
        if (before is not null)
        {
            var isSame = before.IsSilent == isSilent;
            next = isSame ? next with { From = before.From } : next;
            health = health with
            {
                Impairments = isSame
                    ? health.Impairments.Remove(before)
                    : health.Impairments.Replace(before, before with { To = call.Now }),
            };
        }

        Put(call, health with { Impairments = health.Impairments.Add(next) });
        return next;
    }

    /// <summary>Mends what a reboot mends.</summary>
    public static void Rebooted(Call call, InstanceId id) => Mend(call, id, CheckKind.Instance);

    /// <summary>Mends what was wrong with what is below the instance.</summary>
    public static void MendSystem(Call call, InstanceId id) => Mend(call, id, CheckKind.System);

    /// <summary>Mends all that is wrong; gives what was.</summary>
    public static IReadOnlyList<ImpairmentRecord> MendAll(Call call, InstanceId id) => Mend(call, id, Every);

    /// <summary>Takes note of a recovery, which mends all.</summary>
    public static void Recovered(Call call, InstanceId id)
    {
        MendAll(call, id);
        var health = Of(call, id)!;
        call.Write(HealthTables.Health).Put(health with { Recoveries = health.Recoveries.Add(call.Now) });
    }

    private static ImmutableArray<ImpairmentRecord> Mend(Call call, InstanceId id, params CheckKind[] checks)
    {
        if (Of(call, id) is not { } health)
        {
            return [];
        }

        ImmutableArray<ImpairmentRecord> mended =
            [.. health.Impairments.Where(i => checks.Contains(i.Check) && StatusChecks.Lasts(i, call.Now))];
        if (!mended.IsEmpty)
        {
            Put(call, health with
            {
                Impairments = [.. health.Impairments.Select(i => mended.Contains(i) ? i with { To = call.Now } : i)],
            });
        }

        return mended;
    }

    private static InstanceHealthRecord? Of(ReadCall call, InstanceId id) =>
        call.Read(HealthTables.Health).Find(id);

    private static void Put(Call call, InstanceHealthRecord health)
    {
        call.Write(HealthTables.Health).Put(health);
        call.FindPort<IMetrics>()?.Changed(call, "AWS/EC2", new("InstanceId", health.Id.Value));
        InstanceWatch.Tell(call, health.Id.Value);
    }
}
