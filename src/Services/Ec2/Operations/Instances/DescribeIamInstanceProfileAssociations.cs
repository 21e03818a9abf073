using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Lists the instance profiles of instances.</summary>
public sealed class DescribeIamInstanceProfileAssociations
    : IReadOperation<DescribeIamInstanceProfileAssociationsRequest, DescribeIamInstanceProfileAssociationsResult>
{
    private static readonly Filters<ProfileAssociationRecord> Filters = new Filters<ProfileAssociationRecord>()
        .Indexed(
            "instance-id",
            a => [a.InstanceId.Value],
            (call, id) => call.Read(VolumeTables.Profiles).By(VolumeTables.ProfilesByInstance, id))
        .One("state", a => a.State.ToWire());

    /// <inheritdoc/>
    public DescribeIamInstanceProfileAssociationsResult Run(
        DescribeIamInstanceProfileAssociationsRequest request, ReadCall call)
    {
        var query = new ListQuery(request.AssociationIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, VolumeKinds.Profile, Filters, query);
        return new() { IamInstanceProfileAssociations = page.As(InstanceProfiles.View), NextToken = page.NextToken };
    }
}
