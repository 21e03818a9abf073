using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Listing;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Views;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Instances;

/// <summary>Tells of instances of groups; ids of none are passed over.</summary>
public sealed class DescribeAutoScalingInstances
    : IReadOperation<DescribeAutoScalingInstancesRequest, DescribeAutoScalingInstancesResult>
{
    private const int MostRecords = 50;

    /// <inheritdoc/>
    public DescribeAutoScalingInstancesResult Run(DescribeAutoScalingInstancesRequest request, ReadCall call)
    {
        var members = call.Read(Tables.Members);
        var found = request.InstanceIds is { Count: > 0 } ids
            ? ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(id => members.Find(new(id))).OfType<MemberRecord>()
            : members.All();
        var (page, next) = Pages.Of(found, member => member.Id, request.NextToken, request.MaxRecords, MostRecords);
        return new() { AutoScalingInstances = [.. page.Select(MemberView.Alone)], NextToken = next };
    }
}
