using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Lists instances by their launches, also those that were terminated within the hour.</summary>
public sealed class DescribeInstances : IReadOperation<DescribeInstancesRequest, DescribeInstancesResult>
{
    /// <inheritdoc/>
    public DescribeInstancesResult Run(DescribeInstancesRequest request, ReadCall call)
    {
        ListRefusals.CheckPages(request.InstanceIds, "instancesSet", request.MaxResults);
        // IncludeManagedResources adds instances of service providers, of which there are none.
        var query = new ListQuery(request.InstanceIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, InstanceKinds.Instance, InstanceFilters.All, query);
        return new() { Reservations = ReservationView.Of(page.Items, call), NextToken = page.NextToken };
    }
}
