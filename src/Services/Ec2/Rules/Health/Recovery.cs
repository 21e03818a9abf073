using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Health;

/// <summary>
/// Moves an instance whose hardware fails to other hardware: the same instance, with its addresses and volumes, which
/// sees a reboot. Sources: EC2 User Guide, "Automatic instance recovery", "Troubleshoot simplified automatic recovery
/// failures" (three attempts a day, supported types). That there is always other hardware to be had, for it keeps its
/// place in the capacity of its zone, is ours; so are the sentences.
/// </summary>
internal static class Recovery
{
    private const int MostADay = 3;

    /// <summary>Recovers an instance; gives why it cannot be, or null.</summary>
    public static string? Run(Call call, InstanceRecord instance)
    {
        if (Obstacle(call, instance) is { } obstacle)
        {
            return obstacle;
        }

        Impairments.Recovered(call, instance.Id);
        InstanceLoop.Boot(call, instance with { Boots = instance.Boots + 1, ChecksPassedAt = null });
        return null;
    }

    /// <summary>Whether instances of this type can be recovered.</summary>
    public static bool Supports(InstanceRecord instance) =>
        InstanceTypeCatalog.Get(instance.InstanceType).Row.Flag("auto_recovery");

    private static string? Obstacle(ReadCall call, InstanceRecord instance)
    {
        if (instance.State != InstanceStateName.Running)
        {
            return $"The instance {instance.Id} is {instance.State.ToWire()}: only running instances are recovered.";
        }

        if (!Supports(instance))
        {
            return $"Instances of type {instance.InstanceType} cannot be recovered.";
        }

        if (StatusChecks.Now(call, instance, CheckKind.System).Status != SummaryStatus.Impaired)
        {
            return $"The system status check of the instance {instance.Id} does not fail.";
        }

        var recent = call.Read(HealthTables.Health).Find(instance.Id)!.Recoveries
            .Count(at => at > call.Now - TimeSpan.FromDays(1));
        return recent < MostADay
            ? null
            : $"The instance {instance.Id} has reached the {MostADay} recovery attempts that a day allows.";
    }
}
