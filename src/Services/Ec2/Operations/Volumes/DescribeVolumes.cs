using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Lists volumes.</summary>
public sealed class DescribeVolumes : IReadOperation<DescribeVolumesRequest, DescribeVolumesResult>
{
    /// <inheritdoc/>
    public DescribeVolumesResult Run(DescribeVolumesRequest request, ReadCall call)
    {
        // IncludeManagedResources adds volumes of service providers, of which there are none.
        var query = new ListQuery(request.VolumeIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, VolumeKinds.Volume, VolumeFilters.Volumes, query);
        return new() { Volumes = [.. page.Items.Select(v => VolumeView.Of(v, call))], NextToken = page.NextToken };
    }
}
