using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Tells of volumes whether they are well and how far they are initialized.</summary>
public sealed class DescribeVolumeStatus : IReadOperation<DescribeVolumeStatusRequest, DescribeVolumeStatusResult>
{
    /// <inheritdoc/>
    public DescribeVolumeStatusResult Run(DescribeVolumeStatusRequest request, ReadCall call)
    {
        // IncludeManagedResources adds volumes of service providers, of which there are none.
        var query = new ListQuery(request.VolumeIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, VolumeKinds.Volume, VolumeFilters.Statuses, query);
        return new()
        {
            VolumeStatuses = [.. page.Items.Select(v => VolumeStatusView.Of(v, call))], NextToken = page.NextToken,
        };
    }
}
