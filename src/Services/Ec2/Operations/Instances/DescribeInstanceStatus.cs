using System.Globalization;
using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Lists the status checks of running instances, or of all, as they follow from what is wrong with them. No events are
/// scheduled. Filters: DescribeInstanceStatus.
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
            .One("instance-status.reachability", (i, call) => Reach(call, i, CheckKind.Instance))
            .One("instance-status.status", (i, call) => Summary(call, i, CheckKind.Instance))
            .One("system-status.reachability", (i, call) => Reach(call, i, CheckKind.System))
            .One("system-status.status", (i, call) => Summary(call, i, CheckKind.System))
            .One("attached-ebs-status.status", (i, call) => Summary(call, i, CheckKind.Ebs))
            .Flag("operator.managed", _ => false),
        (filters, name) => filters.Many(name, _ => []));

    /// <inheritdoc/>
    public DescribeInstanceStatusResult Run(DescribeInstanceStatusRequest request, ReadCall call)
    {
        ListRefusals.CheckPages(request.InstanceIds, "instancesSet", request.MaxResults);
        Filter[] running = [new() { Name = "instance-state-name", Values = [InstanceStateName.Running.ToWire()] }];
        var filters = request.IncludeAllInstances == true
            ? request.Filters
            : [.. running, .. request.Filters ?? []];
        var query = new ListQuery(request.InstanceIds, filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, InstanceKinds.Instance, Filters, query);
        return new() { InstanceStatuses = page.As(i => StatusOf(call, i)), NextToken = page.NextToken };
    }

    private static InstanceStatus StatusOf(ReadCall call, InstanceRecord instance) => new()
    {
        InstanceId = instance.Id.Value,
        AvailabilityZone = instance.AvailabilityZone,
        AvailabilityZoneId = instance.AvailabilityZoneId,
        InstanceState = InstanceStates.View(instance.State),
        InstanceStatusValue = StatusChecks.Now(call, instance, CheckKind.Instance).View(),
        SystemStatus = StatusChecks.Now(call, instance, CheckKind.System).View(),
        AttachedEbsStatus = StatusChecks.Now(call, instance, CheckKind.Ebs).EbsView(),
        Operator = new() { Managed = false },
    };

    private static string? Reach(ReadCall call, InstanceRecord instance, CheckKind check) =>
        StatusChecks.Now(call, instance, check).Reachability?.ToWire();

    private static string Summary(ReadCall call, InstanceRecord instance, CheckKind check) =>
        StatusChecks.Now(call, instance, check).Status.ToWire();
}
