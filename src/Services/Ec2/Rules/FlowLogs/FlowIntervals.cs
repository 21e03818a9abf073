using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>
/// How long a flow log gathers at an interface. Source: EC2 API Reference, CreateFlowLogs (MaxAggregationInterval): on
/// an instance that is built on the Nitro System a minute at most, whatever was asked for.
/// </summary>
internal static class FlowIntervals
{
    private const int Minute = 60;

    /// <summary>The interval at an interface of an instance, or of none.</summary>
    public static TimeSpan Of(ReadCall call, Scope scope, FlowLogRecord log, string? instanceId) =>
        TimeSpan.FromSeconds(IsOnNitro(call, scope, instanceId) ? Math.Min(Minute, log.Interval) : log.Interval);

    private static bool IsOnNitro(ReadCall call, Scope scope, string? instanceId) =>
        instanceId is not null
        && call.Read(InstanceTables.Instances, scope).Find(new(instanceId)) is { } instance
        && AttachmentLimits.IsNitro(InstanceTypeCatalog.Get(instance.InstanceType));
}
