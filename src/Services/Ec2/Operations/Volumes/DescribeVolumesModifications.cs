using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Lists the latest modification of each volume that had one.</summary>
public sealed class DescribeVolumesModifications : IReadOperation<DescribeVolumesModificationsRequest, DescribeVolumesModificationsResult>
{
    /// <inheritdoc/>
    public DescribeVolumesModificationsResult Run(DescribeVolumesModificationsRequest request, ReadCall call)
    {
        foreach (var id in request.VolumeIds ?? [])
        {
            VolumeKinds.Volume.Get(call, id);
            if (!call.Read(VolumeTables.Modifications).Contains(new(id)))
            {
                throw new ServiceException(
                    "InvalidVolumeModification.NotFound", $"Modification for volume '{id}' does not exist.");
            }
        }

        IEnumerable<VolumeModificationRecord> asked = request.VolumeIds is { Count: > 0 } ids
            ? ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(id => call.Read(VolumeTables.Modifications).Find(new(id))!)
            : call.Read(VolumeTables.Modifications).All();
        var query = new ListQuery(null, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.Of(call, asked, m => m.Id.Value, VolumeFilters.Modifications, query);
        return new()
        {
            VolumesModifications = [.. page.Items.Select(m => VolumeView.Of(m, call.Now))], NextToken = page.NextToken,
        };
    }
}
