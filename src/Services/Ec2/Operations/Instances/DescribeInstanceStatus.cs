using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Lists the status checks of running instances, or of all: initializing for a while after a boot, then passed; nothing
/// impairs an instance yet, and no events are scheduled. Filters: DescribeInstanceStatus.
/// </summary>
public sealed class DescribeInstanceStatus
    : IReadOperation<DescribeInstanceStatusRequest, DescribeInstanceStatusResult>
{
    private static readonly string[] Absent =
    [
        "event.code", "event.description", "event.instance-event-id", "event.not-after", "event.not-before",
        "event.not-before-deadline", "operator.principal",
    ];

    private static readonly Filters<InstanceRecord> Filters = Absent.Aggregate(
        new Filters<InstanceRecord>()
            .One("availability-zone", i => i.AvailabilityZone)
            .One("availability-zone-id", i => i.AvailabilityZoneId)
            .One("instance-state-code", i => InstanceStates.CodeOf(i.State).ToString(CultureInfo.InvariantCulture))
            .Indexed(
                "instance-state-name",
                i => [i.State.ToWire()],
                (call, state) => call.Read(InstanceTables.Instances).By(InstanceTables.InstancesByState, state))
            .One("instance-status.reachability", i => Check(i).Details?[0].Status?.ToWire())
            .One("instance-status.status", i => Check(i).Status?.ToWire())
            .One("system-status.reachability", i => Check(i).Details?[0].Status?.ToWire())
            .One("system-status.status", i => Check(i).Status?.ToWire())
            .One("attached-ebs-status.status", _ => "not-applicable")
            .Flag("operator.managed", _ => false),
        (filters, name) => filters.Many(name, _ => []));

    /// <inheritdoc/>
    public DescribeInstanceStatusResult Run(DescribeInstanceStatusRequest request, ReadCall call)
    {
        Filter[] running = [new() { Name = "instance-state-name", Values = [InstanceStateName.Running.ToWire()] }];
        var filters = request.IncludeAllInstances == true
            ? request.Filters
            : [.. running, .. request.Filters ?? []];
        var query = new ListQuery(request.InstanceIds, filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, InstanceKinds.Instance, Filters, query);
        return new() { InstanceStatuses = page.As(StatusOf), NextToken = page.NextToken };
    }

    private static InstanceStatus StatusOf(InstanceRecord instance) => new()
    {
        InstanceId = instance.Id.Value,
        AvailabilityZone = instance.AvailabilityZone,
        AvailabilityZoneId = instance.AvailabilityZoneId,
        InstanceState = InstanceStates.View(instance.State),
        InstanceStatusValue = Check(instance),
        SystemStatus = Check(instance),
        AttachedEbsStatus = new() { Status = SummaryStatus.NotApplicable },
        Operator = new() { Managed = false },
    };

    private static InstanceStatusSummary Check(InstanceRecord instance) => instance switch
    {
        { State: not InstanceStateName.Running } => new() { Status = SummaryStatus.NotApplicable },
        { ChecksPassedAt: null } => Check(SummaryStatus.Initializing, StatusType.Initializing),
        _ => Check(SummaryStatus.Ok, StatusType.Passed),
    };

    private static InstanceStatusSummary Check(SummaryStatus status, StatusType reachability) => new()
    {
        Status = status, Details = [new() { Name = StatusName.Reachability, Status = reachability }],
    };
}
