using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.SecurityGroups;

/// <summary>Lists the groups that interfaces of a VPC may have. Filters: EC2 API Reference.</summary>
public sealed class GetSecurityGroupsForVpc
    : IReadOperation<GetSecurityGroupsForVpcRequest, GetSecurityGroupsForVpcResult>
{
    private static readonly Filters<SecurityGroupRecord> Filters = new Filters<SecurityGroupRecord>()
        .One("group-id", group => group.Id.Value)
        .One("description", group => group.Description)
        .One("group-name", group => group.Name)
        .One("owner-id", (_, call) => call.Account)
        .One("primary-vpc-id", group => group.VpcId.Value)
        .Tags(group => group.Id.Value);

    /// <inheritdoc/>
    public GetSecurityGroupsForVpcResult Run(GetSecurityGroupsForVpcRequest request, ReadCall call)
    {
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        var passes = Filters.Compile(request.Filters, call);
        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : "";
        var groups = call.Read(Tables.SecurityGroups).By(Tables.SecurityGroupsByVpc, vpc.Id.Value)
            .Where(group => string.CompareOrdinal(group.Id.Value, after) > 0)
            .Where(passes);
        var page = Lister.Cut(groups, group => group.Id.Value, request.MaxResults);
        return new()
        {
            SecurityGroupForVpcs = page.As(group => new SecurityGroupForVpc
            {
                GroupId = group.Id.Value,
                GroupName = group.Name,
                Description = group.Description,
                OwnerId = call.Account,
                PrimaryVpcId = group.VpcId.Value,
                Tags = TagStore.View(call, group.Id.Value),
            }),
            NextToken = page.NextToken,
        };
    }
}
