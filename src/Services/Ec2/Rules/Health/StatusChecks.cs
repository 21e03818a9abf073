using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Health;

/// <summary>
/// The status checks of instances, worked out of what is wrong with them. Sources: EC2 User Guide, "Status checks for
/// Amazon EC2 instances" (checks are made every minute; those of attached volumes on Nitro only); EC2 API Reference,
/// DescribeInstanceStatus. That a check whose data are missing says insufficient-data is how we read that value.
/// </summary>
internal static class StatusChecks
{
    /// <summary>What a check says now.</summary>
    public static CheckResult Now(ReadCall call, InstanceRecord instance, CheckKind check) => (instance, check) switch
    {
        ({ State: not InstanceStateName.Running }, _) => new(SummaryStatus.NotApplicable),
        (_, CheckKind.Ebs) when !IsNitro(instance.InstanceType) => new(SummaryStatus.NotApplicable),
        _ when Current(call, instance, check) is { } wrong => wrong.IsSilent
            ? new(SummaryStatus.InsufficientData, StatusType.InsufficientData)
            : new(SummaryStatus.Impaired, StatusType.Failed, wrong.From),
        ({ ChecksPassedAt: null }, _) => new(SummaryStatus.Initializing, StatusType.Initializing),
        _ => new(SummaryStatus.Ok, StatusType.Passed),
    };

    /// <summary>What is wrong now with what a check looks at, or null.</summary>
    public static ImpairmentRecord? Current(ReadCall call, InstanceRecord instance, CheckKind check) =>
        call.Read(HealthTables.Health).Find(instance.Id) is { } health
            ? health.Impairments.LastOrDefault(i => i.Check == check && Lasts(i, call.Now))
            : null;

    /// <summary>Whether an impairment lasts at an instant.</summary>
    public static bool Lasts(ImpairmentRecord impairment, DateTimeOffset at) =>
        impairment.From <= at && !(impairment.To <= at);

    /// <summary>
    /// What the metric of some checks says of a minute, at whose end they are made: 1 where one of them fails, nothing
    /// where no data come of one.
    /// </summary>
    public static double? Sample(
        InstanceHealthRecord? health, IReadOnlyList<CheckKind> checks, DateTimeOffset endOfMinute)
    {
        double? value = 0;
        foreach (var impairment in health?.Impairments ?? [])
        {
            if (!checks.Contains(impairment.Check) || impairment.From >= endOfMinute || impairment.To < endOfMinute)
            {
                continue;
            }

            if (!impairment.IsSilent)
            {
                return 1;
            }

            value = null;
        }

        return value;
    }

    /// <summary>Whether a type has the check of attached volumes.</summary>
    public static bool IsNitro(string type)
    {
        var row = InstanceTypeCatalog.Get(type).Row;
        return row.Text("hypervisor") == "nitro" || row.Flag("bare_metal");
    }
}
